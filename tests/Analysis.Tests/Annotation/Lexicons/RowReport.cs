using Analysis.Tests.Corpora;

namespace Analysis.Tests.Annotation.Lexicons;

/// <summary>
/// What is wrong with the rows of a lexicon, all in one message. A row that decides nothing must stand in <c>covered.tsv</c>, and one that
/// stands there must decide nothing.
/// </summary>
internal sealed class RowReport
{
    private readonly List<string> _faults = [];
    private readonly HashSet<string> _covered;

    public RowReport(string lexicon)
    {
        using var reader = new StreamReader(
            Path.Combine(Repository.Root, "tests", "Analysis.Tests", "Annotation", "Lexicons", "covered.tsv"));
        _covered = Lexicon.Read(reader, "covered.tsv", ["lexicon", "words", "why"]).Where(row => row[0] == lexicon)
            .SelectMany(row => row[1].Split(' ')).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Notes a fault unless a row does what it should.</summary>
    public void Check(LexiconRow row, bool right, string what)
    {
        if (!right) _faults.Add($"{row.Source}({row.Line}) {row[0]}: {what}");
    }

    /// <summary>Notes a fault unless a row decides, or is known not to.</summary>
    public void Decides(LexiconRow row, bool decides) => Decides(row, row[0], decides);

    /// <summary>The same for a row that <c>covered.tsv</c> calls otherwise than by its word, since it has several roles.</summary>
    public void Decides(LexiconRow row, string name, bool decides)
    {
        if (decides == _covered.Contains(name))
            _faults.Add($"{row.Source}({row.Line}) {name}: {(decides ? "decides, take it out of covered.tsv" : "decides nothing")}");
    }

    /// <summary>Fails with what was noted.</summary>
    public void Verify()
    {
        if (_faults.Count > 0) Assert.Fail(string.Join('\n', _faults));
    }
}
