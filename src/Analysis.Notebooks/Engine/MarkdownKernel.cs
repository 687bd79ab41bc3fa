namespace Analysis.Notebooks;

/// <summary>Shows what follows <c>#!markdown</c> as prose.</summary>
internal sealed class MarkdownKernel() : Kernel("markdown"), IKernelCommandHandler<SubmitCode>
{
    Task IKernelCommandHandler<SubmitCode>.HandleAsync(SubmitCode command, KernelInvocationContext context)
    {
        context.DisplayAs(command.Code.Trim('\n'), "text/markdown");
        return Task.CompletedTask;
    }
}
