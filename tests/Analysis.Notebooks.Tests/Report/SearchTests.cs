using System.Text.Json;
using Analysis.Tests.Corpora;

namespace Analysis.Notebooks.Tests;

/// <summary>The search page finds what the library finds, in its order, and so do the concordances on the pages of notebooks.</summary>
public sealed class SearchTests(ReportFixture report) : IClassFixture<ReportFixture>
{
    private const string Until = "() => document.documentElement.dataset.search === 'done'";

    /// <summary>The lines that the index gives for a query, as the library's record has them.</summary>
    private const string Lines = """
        async query => {
          const index = await (globalThis.opened ??= analysisIndex());
          const hits = await index.phrase(index.wordsOf(query));
          const lines = await Promise.all(hits.map(hit => analysisLine(hit, index.documentOf[hit.sentence])));
          const orders = await Promise.all(["text", "before", "after", "date"].map(order => analysisConcordance.sorted(lines, order)));
          const written = line => `${line.id}:${line.start}-${line.end} ${line.before}|${line.node}|${line.after}`;
          return JSON.stringify(orders.map(sorted => sorted.map(written)));
        }
        """;

    /// <summary>The lines that a page shows.</summary>
    private const string Shown = """
        [...document.querySelectorAll(".lines li")].map(line => ["a", ".before", "mark", ".after"]
          .map(part => line.querySelector(part).textContent).join("|"))
        """;

    private readonly Corpus _corpus = Corpus.Open(Repository.Corpus);

    public static TheoryData<string> Addresses => new()
    {
        "entity=usa", "entity=qasem-soleimani&outlet=", "kind=attack", "kind=threat&actor=usa", "kind=attack&target=usa&entity=iran",
        "month=2020-01",
    };

    [Fact]
    public async Task Every_word_of_the_corpus_and_every_pair_finds_what_a_concordance_finds_in_every_order()
    {
        Assert.SkipUnless(Figure.CanExport, Figure.ExportAvailability);
        await using var page = await report.OpenAsync("search.html", 1280);
        var words = _corpus.Tokens.Where(token => token.Kind != TokenKind.Symbol).ToList();
        var pairs = words.Zip(words.Skip(1), (first, second) => $"{first.Surface} {second.Surface}");
        // Each order of each word would take minutes.
        var queries = words.Select(word => word.Surface).Distinct().Where((_, at) => at % 17 == 0)
            .Concat(pairs.Distinct().Where((_, at) => at % 71 == 0))
                .Concat(["هجوم", "الهجوم", "عراق", "إيرانيّة", "ٱلعراق", "٢٠٢٠", "constructor"]);
        foreach (var query in queries)
        {
            var whole = _corpus.Concordance(word: query);
            var found = JsonSerializer.Deserialize<string[][]>(await page.EvaluateFunctionAsync<string>(Lines, query))!;
            foreach (var (order, lines) in Enum.GetValues<ConcordanceOrder>().Zip(found))
                Assert.Equal((query, order, string.Join('\n', whole.By(order).Select(Text))), (query, order, string.Join('\n', lines)));
        }

        Assert.Empty(report.Faults);

        static string Text(ConcordanceLine line) =>
            $"{line.Document}:{line.Start}-{line.End} {line.Before}|{line.Node}|{line.After}";
    }

    [Fact]
    public async Task The_page_folds_every_character_as_the_library_does()
    {
        Assert.SkipUnless(Figure.CanExport, Figure.ExportAvailability);
        await using var page = await report.OpenAsync("search.html", 1280);
        // Capitals of Unicode 16 have small letters on some machines only; the report is written by another process.
        const string New = "\u1C89\uA7CB\uA7CC\uA7DA\uA7DC";
        var letters = Enumerable.Range(0, 0x10000).Select(code => (char)code)
            .Where(letter => !char.IsSurrogate(letter) && !New.Contains(letter, StringComparison.Ordinal)).ToList();
        var words = string.Join('\n', letters.Select(letter => $"ب{letter}ج"));
        var folded = await page.EvaluateFunctionAsync<string>(
            "async text => JSON.stringify((await analysisConcordance.ready()).fold(text))", words);
        Assert.Equal(Letters.KeyOf(words), JsonSerializer.Deserialize<string>(folded));
    }

    [Theory, MemberData(nameof(Addresses))]
    public async Task Filters_in_the_address_leave_the_passages_of_entities_and_events(string address)
    {
        Assert.SkipUnless(Figure.CanExport, Figure.ExportAvailability);
        await using var page = await report.OpenAsync($"search.html#{address}", 1280);
        await page.WaitForFunctionAsync(Until);
        var wanted = address.Split('&').Select(part => part.Split('=')).ToDictionary(part => part[0], part => part[1]);
        string? Asked(string name) => wanted.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;
        var events = _corpus.Events.Where(each => (Asked("kind") ?? each.Kind) == each.Kind
            && (Asked("actor") is not { } actor || each.Actors.Contains(actor))
            && (Asked("target") is not { } target || each.Targets.Contains(target))
            && (Asked("month") is not { } month || IsIn(each.Date, month))).ToList();
        var mentions = _corpus.Mentions.Where(mention => mention.Entity == Asked("entity")).ToList();
        var isAboutEvents = wanted.Keys.Except(["entity", "outlet"]).Any();
        var expected = !isAboutEvents ? mentions.Select(each => (each.Document, each.Start, each.End))
            : events.Where(each => mentions.Count == 0 || mentions.Any(m => (m.Document, m.Sentence) == (each.Document, each.Sentence)))
                .Select(each => (each.Document, each.Start, each.End));
        await page.EvaluateExpressionAsync("""
            (async () => {
              for (let more; (more = document.querySelector(".concordance > button")) && !more.hidden;) {
                more.click();
                await new Promise(done => setTimeout(done, 100));
              }
            })()
            """);
        var shown = await page.EvaluateExpressionAsync<string[]>("""
            [...document.querySelectorAll(".lines li")].map(line =>
              line.querySelector("mark").textContent + " " + line.querySelector("a").getAttribute("href"))
            """);
        Assert.NotEmpty(shown);
        Assert.Equal(
            expected.Select(span => (Text: OneLine(_corpus[span.Document].Text[span.Start..span.End]), span.Document, span.Start))
                .Select(span => $"{span.Text} article.html#{span.Document}:{span.Start}").Order(StringComparer.Ordinal),
            shown.Order(StringComparer.Ordinal));
        await using var reading = await report.OpenAsync(shown[0].Split(' ')[^1], 1280);
        Assert.Equal("o" + shown[0].Split(':')[^1], await reading.EvaluateExpressionAsync<string>("document.querySelector('.place').id"));
        foreach (var (name, value) in wanted.Where(each => each.Value.Length > 0))
            Assert.Equal(value, await page.EvaluateExpressionAsync<string>($"document.querySelector('select[name={name}]').value"));
        // A filter says how many lines it would leave: those that are shown, where it is set.
        var options = await page.EvaluateExpressionAsync<string[]>("""
            [...document.querySelectorAll("select[name]")].filter(each => each.value).map(each => each.selectedOptions[0].textContent)
            """);
        Assert.All(options, option => Assert.EndsWith($"({shown.Length})", option, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_query_is_typed_kept_in_the_address_and_sorted_by_keyboard()
    {
        Assert.SkipUnless(Figure.CanExport, Figure.ExportAvailability);
        await using var page = await report.OpenAsync("search.html", 1280);
        await page.WaitForFunctionAsync(Until);
        await page.FocusAsync("#q");
        await page.Keyboard.SendCharacterAsync("هجوم");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForFunctionAsync("() => document.querySelector('.lines') && document.documentElement.dataset.search === 'done'");
        Assert.Equal("#q=هجوم", Uri.UnescapeDataString(await page.EvaluateExpressionAsync<string>("location.hash")));
        await page.FocusAsync(".tools select");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.WaitForFunctionAsync(
            "() => location.hash.endsWith('&sort=before') && document.documentElement.dataset.search === 'done'");
        var expected = _corpus.Concordance(word: "هجوم").By(ConcordanceOrder.Before);
        Assert.Equal(expected.Select(Row), await page.EvaluateExpressionAsync<string[]>(Shown));
        Assert.Empty(report.Faults);
    }

    [Fact]
    public async Task Names_find_entities_in_either_language_by_alias_and_by_id()
    {
        Assert.SkipUnless(Figure.CanExport, Figure.ExportAvailability);
        await using var page = await report.OpenAsync("search.html", 1280);
        foreach (var query in (string[])["Soleimani", "سليماني", "qasem-soleimani"])
        {
            await page.EvaluateFunctionAsync("query => { location.hash = 'q=' + query; }", query);
            await page.WaitForFunctionAsync(
                "query => document.querySelector('#q').value === query && document.documentElement.dataset.search === 'done'", null, query);
            Assert.Contains("#entity=qasem-soleimani", await page.EvaluateExpressionAsync<string[]>(
                "[...document.querySelectorAll('.names a')].map(link => link.getAttribute('href'))"));
        }
    }

    [Fact]
    public async Task An_address_that_cannot_be_read_is_said_to_have_no_article()
    {
        Assert.SkipUnless(Figure.CanExport, Figure.ExportAvailability);
        await using var page = await report.OpenAsync("search.html", 1280);
        await page.GoToAsync(new Uri(report.PathOf("article.html")).AbsoluteUri + "#%E0%A4%A");
        await page.WaitForFunctionAsync("() => document.querySelector('#content h1 + p')");
        Assert.Equal("No such article", await page.EvaluateExpressionAsync<string>("document.querySelector('h1').textContent"));
    }

    [Theory]
    [InlineData("Soleimani", "entity")]
    [InlineData("withdrawal", "kind")]
    public async Task An_English_name_finds_the_lines_of_its_entity_or_kind_of_event(string query, string filter)
    {
        Assert.SkipUnless(Figure.CanExport, Figure.ExportAvailability);
        var expected = filter == "kind" ? _corpus.Events.Where(e => e.Kind == query).Select(e => (e.Document, e.Start))
            : _corpus.Mentions.Where(m => m.Entity == "qasem-soleimani").Select(m => (m.Document, m.Start));
        await using var page = await report.OpenAsync($"search.html#q={query}", 1280);
        await page.WaitForFunctionAsync(Until);
        Assert.Equal(
            expected.Take(50).Select(place => $"article.html#{place.Document}:{place.Start}"),
            await page.EvaluateExpressionAsync<string[]>(
                "[...document.querySelectorAll('.lines li a')].map(link => link.getAttribute('href'))"));
        Assert.False(await page.EvaluateExpressionAsync<bool>($"document.querySelector('select[name={filter}]').parentElement.hidden"));
        Assert.Empty(report.Faults);
    }

    [Fact]
    public async Task A_concordance_of_a_notebook_has_all_lines_and_sorts_as_in_the_library()
    {
        Assert.SkipUnless(Figure.CanExport, Figure.ExportAvailability);
        await using var page = await report.OpenAsync("06-words-in-context.html", 1280);
        await page.WaitForFunctionAsync("() => document.querySelectorAll('.concordance-view').length === 2");
        await page.SelectAsync(".concordance-view select", "date");
        await page.WaitForFunctionAsync("() => document.querySelector('.concordance-view .origin').textContent.includes('2020')");
        var lines = _corpus.Concordance(word: "هجوم").By(ConcordanceOrder.After).OrderBy(line => line.Published ?? DateOnly.MaxValue)
            .Select(Row);
        var withdrawals = _corpus.Concordance(eventKind: "withdrawal", context: 3).Select(Row);
        Assert.Equal(lines.Concat(withdrawals), await page.EvaluateExpressionAsync<string[]>(Shown));
        Assert.Empty(report.Faults);
    }

    private static string Row(ConcordanceLine line) => $"{line.Document}|{line.Before}|{line.Node}|{line.After}";

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static bool IsIn(string date, string month) => Edtf.TryParse(date, out var known)
        && known.Earliest?.ToString("yyyy-MM", null) == month && known.Latest?.ToString("yyyy-MM", null) == month;
}
