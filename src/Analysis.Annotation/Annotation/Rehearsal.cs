using System.Text;

namespace Analysis;

/// <summary>
/// Reads the lexicons and annotates the examples of their rules on a thread of its own, so that a process that is about to annotate for the
/// first time finds its code compiled: most of what the first texts cost is compiling, and another core can do that while the gazetteer
/// and the corpus are read. Nothing depends on whether it was held, or how far it has come.
/// </summary>
internal static class Rehearsal
{
    private const int EventExamples = 40;

    private static int _begun;

    /// <summary>Begins the rehearsal, the first time only.</summary>
    public static void Begin()
    {
        if (Interlocked.Exchange(ref _begun, 1) == 0) Task.Run(Hold);
    }

    private static void Hold()
    {
        CommonLexicons.ReadFirst();
        var annotator = Annotator.Create(Gazetteer.Read(new StringReader(Entities), "rehearsal"));
        annotator.Rehearse(new Document("", Examples(), new DateOnly(2020, 3, 31)));
    }

    private static string Examples()
    {
        var text = new StringBuilder();
        foreach (var row in TimeGrammar.RuleRows()) text.Append(row[7]).Append('\n');
        foreach (var row in EventTable.RuleRows().GetRange(0, EventExamples)) text.Append(row[9]).Append('\n');
        return text.ToString();
    }

    // A state with its adjectives, a capital, a person, and aliases with policies.
    private const string Entities = """
        id	type	name_ar	name_en	state_actor	demonyms	aliases
        iraq	state	العراق	Iraq		عراقي	جمهورية العراق
        baghdad	capital	بغداد	Baghdad	iraq		[مدينة/محافظة] بغداد
        minister	person	محمد الوزير	the minister	iraq		الوزير{full;near:زار} | السفير{before:التقى;not:هذا}
        """;
}
