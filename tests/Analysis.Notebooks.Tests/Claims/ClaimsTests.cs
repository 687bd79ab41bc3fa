using System.Text.RegularExpressions;
using Analysis.Tests.Corpora;

namespace Analysis.Notebooks.Tests;

/// <summary>The findings in the notebooks' prose are true of the project's corpus, number by number and name by name.</summary>
public sealed partial class ClaimsTests
{
    private static readonly Corpus Articles = Corpus.Open(Repository.Corpus);

    private static readonly (string Cell, string Phrase)[] All =
        [.. Claims.Of(Articles, Corpus.Open(Path.Combine(Repository.Root, "tests", "Analysis.Tests", "HeldOut"), Articles.EntitiesFile))];

    private static readonly (string Cell, string Prose)[] Findings = [.. Directory
        .GetFiles(Path.Combine(Repository.Root, "notebooks"), "*.ipynb")
        .Order(StringComparer.Ordinal).Where(file => Path.GetFileName(file)[1] is >= '1' and <= '6').Select(Notebook.Load)
        .SelectMany(notebook => notebook.Cells.Where(cell => cell.Kind == "markdown" && cell.HasTag("finding"))
            .Select(cell => ($"{Path.GetFileName(notebook.File)[..2]}/{cell.Id}", cell.Source)))];

    [Fact]
    public void Each_claim_stands_in_the_prose_with_the_number_that_the_corpus_gives()
    {
        var wrong = All.Where(claim => claim.Cell != "*").Where(claim =>
            !Findings.Single(finding => finding.Cell == claim.Cell).Prose.Contains(claim.Phrase, StringComparison.OrdinalIgnoreCase));
        AssertNone(wrong.Select(claim => $"{claim.Cell}: the corpus gives '{claim.Phrase}'"));
    }

    [Fact]
    public void No_number_in_a_finding_is_without_a_claim()
    {
        var literals = from finding in Findings
                       let rest = All.Where(claim => claim.Cell == "*" || claim.Cell == finding.Cell)
                           .OrderByDescending(claim => claim.Phrase.Length)
                           .Aggregate(finding.Prose, (prose, claim) => prose.Replace(claim.Phrase, " ", StringComparison.OrdinalIgnoreCase))
                       from Match number in Number().Matches(NoFinding().Replace(rest, match => new string(' ', match.Length)))
                       select $"{finding.Cell}: '{number.Value.Trim()}' in '{Around(rest, number)}'";
        AssertNone(literals);
    }

    [Fact]
    public void A_day_or_month_in_a_finding_is_one_of_the_corpus()
    {
        var known = Articles.Documents.Select(document => document.Published).Concat(Chronology.Of(Articles)
            .SelectMany(entry => new[] { entry.Earliest, entry.Latest })).Select(day => day.YearMonth()).ToHashSet();
        var unknown = from finding in Findings
                      from Match date in Date().Matches(finding.Prose)
                      where date.Groups["year"].Success
                      let month = DateOnly.ParseExact($"{date.Groups["month"].Value} {date.Groups["year"].Value}", "MMMM yyyy")
                      where !known.Contains(month.YearMonth())
                      select $"{finding.Cell}: {date.Value}";
        AssertNone(unknown);
    }

    [Fact]
    public void An_entity_that_a_finding_names_is_one_that_the_corpus_mentions()
    {
        var mentioned = Articles.Mentions.Select(mention => mention.Entity).ToHashSet();
        var absent = from entity in Articles.Entities
                     where !mentioned.Contains(entity.Id) && entity.NameEnglish.Length > 3
                     from finding in Findings
                     where Regex.IsMatch(finding.Prose, $@"\b{Regex.Escape(entity.NameEnglish)}\b")
                     select $"{finding.Cell}: {entity.NameEnglish}";
        AssertNone(absent);
    }

    private static void AssertNone(IEnumerable<string> found)
    {
        var list = string.Join('\n', found);
        Assert.True(list.Length == 0, list);
    }

    private static string Around(string prose, Match number)
    {
        var start = Math.Max(0, number.Index - 30);
        return prose[start..Math.Min(prose.Length, number.Index + number.Length + 30)].ReplaceLineEndings(" ");
    }

    // What is no finding: code and ids of documents, quotations, numbers of notebooks, dates (which have a test of their own), the level of
    // all intervals, the ends of scales, and the years of the subject.
    [GeneratedRegex("""
        `[^`]*`|\b00[0-9]\b|"[^"]*"|\b[Nn]otebooks?\ [0-9]+(\ and\ [0-9]+)?|(?<![0-9])95\ (%|of\ 100\b)
        |\b([0-9]{1,2}(\ and\ [0-9]{1,2})?\ )?
        (January|February|March|April|May|June|July|August|September|October|November|December)(\ [0-9]{4})?\b
        |\b20(19|20|21)\b|(?<=[\ (])−?[01](?=[\ ,.;:)](?![0-9]))
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex NoFinding();

    [GeneratedRegex("""
        [−+]?[0-9][0-9,.]*|\b(three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen
        |nineteen|twenty)\b
        |\b(half-?way|(first|second|last)\ (half|third|quarter|fifth|tenth)|half\ (as|of)|only\ half|twice\ as)\b
        """, RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Number();

    [GeneratedRegex("""
        (?<month>January|February|March|April|May|June|July|August|September|October|November|December)(\ (?<year>[0-9]{4}))?
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Date();
}
