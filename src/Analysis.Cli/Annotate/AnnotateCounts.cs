namespace Analysis.Cli;

/// <summary>What has become of the documents of a run.</summary>
internal sealed class AnnotateCounts
{
    private readonly Dictionary<string, int> _skipped = [];

    /// <summary>Number of documents annotated.</summary>
    public int Annotated { get; set; }

    /// <summary>Number of documents that the output held before.</summary>
    public int Done { get; set; }

    /// <summary>Number of documents skipped.</summary>
    public int Skipped { get; private set; }

    /// <summary>Number of documents read.</summary>
    public int Total => Annotated + Done + Skipped;

    /// <summary>Number of bytes read.</summary>
    public long Bytes { get; set; }

    /// <summary>Counts a document that is skipped.</summary>
    /// <param name="why">The reason, in the words of the summary.</param>
    public void Skip(string why)
    {
        Skipped++;
        _skipped[why] = _skipped.GetValueOrDefault(why) + 1;
    }

    /// <summary>Such as <c>5 documents read, 3 annotated, 2 skipped (1 no document, 1 id used twice)</c>.</summary>
    public override string ToString()
    {
        var done = Done > 0 ? FormattableString.Invariant($", {Done} there already") : "";
        var reasons = string.Join(", ", _skipped.Select(reason => FormattableString.Invariant($"{reason.Value} {reason.Key}")));
        var why = Skipped > 0 ? $" ({reasons})" : "";
        var read = Counted.Of(Total, "document");
        return FormattableString.Invariant($"{read} read, {Annotated} annotated{done}, {Skipped} skipped{why}");
    }
}
