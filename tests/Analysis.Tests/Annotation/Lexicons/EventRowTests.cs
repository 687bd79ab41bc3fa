using Analysis.Tests.Corpora;

namespace Analysis.Tests.Annotation.Lexicons;

/// <summary>Each cue and each preposition of the events decides, in each of its roles, in a sentence that tells what the role is
/// for.</summary>
public sealed class EventRowTests
{
    private readonly EventBench _bench = new();
    private readonly ILookup<string, LexiconRow> _carriers;

    public EventRowTests()
    {
        using var reader = new StreamReader(
            Path.Combine(Repository.Root, "tests", "Analysis.Tests", "Annotation", "Lexicons", "event-carriers.tsv"));
        _carriers = Lexicon.Read(reader, "event-carriers.tsv", ["role", "text", "events", "miss"])
            .ToLookup(row => row[0], StringComparer.Ordinal);
    }

    [Fact]
    public void A_cue_decides_in_each_of_its_roles()
    {
        var report = new RowReport("event-cues.tsv");
        var full = _bench.Finder();
        foreach (var (at, row) in Lexicon.Read("event-cues.tsv", "word", "roles", "note").Index())
        {
            var cue = _bench.Table.Cues[at];
            foreach (var role in row[1].Split(' '))
            {
                _bench.Table.Cues[at] = cue with { Cues = cue.Cues & ~Enum.Parse<EventCues>(role, ignoreCase: true) };
                report.Decides(row, $"{row[0]}:{role}", Decides(full, _bench.Finder(), role, row[0]));
                _bench.Table.Cues[at] = cue;
            }
        }

        report.Verify();
    }

    [Fact]
    public void A_preposition_joins_a_participant()
    {
        var report = new RowReport("event-prepositions.tsv");
        var full = _bench.Finder();
        foreach (var (at, row) in Lexicon.Read("event-prepositions.tsv", "word", "relation", "behind", "note").Index())
        {
            var relation = _bench.Table.Relations[at];
            _bench.Table.Relations.RemoveAt(at);
            report.Decides(row, row[0], Decides(full, _bench.Finder(), row[1], $"{row[2]} {row[0]}".Trim()));
            _bench.Table.Relations.Insert(at, relation);
        }

        report.Verify();
    }

    [Fact]
    public void A_word_without_the_role_leaves_each_carrier_otherwise()
    {
        var full = _bench.Finder();
        var report = new RowReport("event-carriers.tsv");
        foreach (var carrier in _carriers.SelectMany(group => group))
        {
            var miss = Filled(carrier, carrier[3]);
            report.Check(carrier, _bench.Events(full, miss) != carrier[2], $"{miss}: {_bench.Events(full, miss)}");
        }

        report.Verify();
    }

    [Fact]
    public void Every_code_and_every_category_is_one_that_a_rule_uses()
    {
        var rules = EventTable.RuleRows();
        Assert.Empty(
            Lexicon.Read("cameo.tsv", "code", "name", "goldstein", "source").Select(row => row[0]).Except(rules.Select(rule => rule[6])));
        Assert.Empty(
            Lexicon.Read("plover.tsv", "category", "score", "quad", "source").Select(row => row[0]).Except(rules.Select(rule => rule[7])));
    }

    private bool Decides(EventFinder full, EventFinder without, string role, string words) =>
        _carriers[role]
            .Any(
                carrier => _bench.Events(full, Filled(carrier, words)) == carrier[2]
                && _bench.Events(without, Filled(carrier, words)) != carrier[2]);

    private static string Filled(LexiconRow carrier, string words) => carrier[1].Replace("{0}", words, StringComparison.Ordinal);
}
