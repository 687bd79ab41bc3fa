namespace Analysis.Notebooks.Tests;

/// <summary>Tests that change the process's current directory or environment; they run while no other does.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class CurrentDirectory
{
    public const string Name = "current directory";
}
