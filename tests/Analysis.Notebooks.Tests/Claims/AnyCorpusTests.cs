using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Analysis.Tests.Corpora;

namespace Analysis.Notebooks.Tests;

/// <summary>
/// Notebooks 01 to 06 on corpora that they were not written for: eight invented articles on football, one of which names nobody and
/// one of which has no date and the id of an entity, and the development texts on the project's subject. What they say is true of these too.
/// </summary>
public sealed partial class AnyCorpusTests : IDisposable
{
    // Numbers that define a measure or a window, and so hold for every corpus.
    private static readonly string[] Definitions =
    [
        "its maximum is 14", "0 is chance, 1 is always together, below 0", "the minimum here is three sentences",
        "from −10 (attack) to +10 (withdrawal)", "within five words", "1 means twice as often", "95 % interval",
        "at least three sentences", "mentions per 1,000 words", "*F1*",
    ];

    private static readonly string[] Files = [.. Directory.GetFiles(Path.Combine(Repository.Root, "notebooks"), "0*.ipynb")
        .Order(StringComparer.Ordinal).Where(file => Path.GetFileName(file)[1] is >= '1' and <= '6')];

    private static readonly (string Cell, string Prose, bool IsFinding)[] Prose = [.. Files.Select(Notebook.Load)
        .SelectMany(notebook => notebook.Cells.Where(cell => cell.Kind == "markdown").Select(cell =>
            ($"{Path.GetFileName(notebook.File)[..2]}/{cell.Id}", cell.Source, cell.HasTag("finding"))))];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Prose_that_every_corpus_shows_names_nobody_and_counts_nothing()
    {
        var names = Corpus.Open(Repository.Corpus).Entities.Select(entity => entity.NameEnglish).Where(name => name.Length > 2).ToList();
        var shown = Prose.Where(cell => !cell.IsFinding && !Regex.IsMatch(cell.Cell, "/(lesson|links|solutions)$"))
            .Select(cell => (cell.Cell, Text: NoStatement().Replace(
                Definitions.Aggregate(cell.Prose, (text, known) => text.Replace(known, "", StringComparison.Ordinal)), "")));
        var wrong = shown.SelectMany(cell => names.Where(name => Regex.IsMatch(cell.Text, $@"\b{Regex.Escape(name)}\b"))
            .Concat(Number().Matches(cell.Text).Select(number => number.Value)).Select(found => $"{cell.Cell}: {found}"));
        Assert.Equal([], wrong);
    }

    [Theory]
    [InlineData("tests/Analysis.Notebooks.Tests/Claims/football.jsonl", false)]
    [InlineData("tests/Analysis.Tests/Development", true)]
    public async Task Every_page_and_chart_is_true_of_the_corpus(string location, bool hasGold)
    {
        var entities = Path.Combine(Repository.Corpus, "entities.tsv");
        var path = Path.Combine(Repository.Root, location);
        var corpus = Corpus.Open(path, entities);
        var output = await RunAsync("run", [.. Files, "--corpus", path, "--entities", entities, "--output", _folder.Location]);
        Assert.Contains($"{corpus.Unlisted.Count} names are not in the gazetteer", output, StringComparison.Ordinal);

        foreach (var page in Directory.GetFiles(_folder.At("report"), "0*.html"))
        {
            var text = await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken);
            Assert.All(Prose.Where(cell => cell.IsFinding).SelectMany(cell => LongRun().Matches(cell.Prose)), run =>
                Assert.DoesNotContain(run.Value, text, StringComparison.Ordinal));
        }

        var counts = corpus.Mentions.GroupBy(mention => mention.Entity!).Select(same => (same.Key, Count: same.Count()))
            .OrderByDescending(same => same.Count).Take(2).ToList();
        Assert.Contains(
            counts[0].Count > counts[1].Count ? $"{corpus.NameOf(counts[0].Key)} is named most" : "Who is named most?",
            await ReadAsync("most-named.json"), StringComparison.Ordinal);
        var scored = hasGold ? $"{corpus.Documents.Count} of this corpus" : "no annotations by hand";
        Assert.Contains(scored, await ReadAsync("quality.json"), StringComparison.Ordinal);
        Assert.Equal(hasGold, (await ReadAsync("quality.csv")).Contains("this corpus", StringComparison.Ordinal));
        var undated = corpus.Documents.Where(document => document.Published is null).Select(document => document.Id).ToHashSet();
        int WordsOf(bool early) => corpus.Tokens.Count(token => token.Kind == TokenKind.Word && !undated.Contains(token.Document)
            && (corpus[token.Document].Published <= corpus.MiddleDate) == early);
        Assert.Contains(
            $"{WordsOf(true):N0} earlier and {WordsOf(false):N0} later words", await ReadAsync("keywords.json"), StringComparison.Ordinal);
        var seasons = await ReadAsync("names-by-season.csv");
        Assert.All(undated, document => Assert.DoesNotContain($"{document}:", seasons, StringComparison.Ordinal));
        var lengths = await ReadAsync("document-length.csv");
        Assert.All(corpus.Documents.Select(document => corpus.DocumentName(document.Id).Replace("\u200E", "", StringComparison.Ordinal)),
            name => Assert.Contains(name, lengths, StringComparison.Ordinal));
        foreach (var file in Directory.GetFiles(_folder.At("figures"), "*.csv").Select(Path.GetFileName))
        {
            var rows = (await ReadAsync(file!)).Split('\n');
            var names = rows[0].StartsWith("First,Second,Name,", StringComparison.Ordinal) ? 3 : 2;
            var values = rows.Skip(1).Select(row => Cell().Matches(row).ElementAtOrDefault(names)?.Value)
                .Where(cell => double.TryParse(cell, CultureInfo.InvariantCulture, out _))
                .Select(cell => double.Parse(cell!, CultureInfo.InvariantCulture)).ToList();
            Assert.False(values.Count > 0 && values.All(value => value == 0), $"{file} draws nothing but zeros");
        }
    }

    private Task<string> ReadAsync(string figure) =>
        File.ReadAllTextAsync(_folder.At($"figures/{figure}"), TestContext.Current.CancellationToken);

    private static async Task<string> RunAsync(string command, string[] args)
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var process = Process.Start(new ProcessStartInfo(
            "dotnet", [typeof(Analysis.Cli.CommandLine).Assembly.Location, command, .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Repository.Root,
        })!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(cancellation), process.StandardError.ReadToEndAsync(cancellation));
        await process.WaitForExitAsync(cancellation);
        Assert.True(process.ExitCode == 0, $"{await output}{await error}");
        return await output;
    }

    // Code, quotations and lists' numbers state nothing about a corpus.
    [GeneratedRegex("""`[^`]*`|"[^"]*"|^[0-9]+\. |\bnotebooks? [0-9 and]+""", RegexOptions.Multiline)]
    private static partial Regex NoStatement();

    [GeneratedRegex("[0-9]+|\\b(three|four|five|six|seven|eight|nine|ten|eleven|twelve)\\b", RegexOptions.IgnoreCase)]
    private static partial Regex Number();

    // Words enough to stand in no other text, headings aside; what is shown in bold or as code is marked up on the page.
    [GeneratedRegex(@"(?<!^#.*)[A-Za-z ,]{60,}", RegexOptions.Multiline)]
    private static partial Regex LongRun();

    [GeneratedRegex("""(?<=^|,)("[^"]*"|[^,"]*)(?=,|$)""")]
    private static partial Regex Cell();
}
