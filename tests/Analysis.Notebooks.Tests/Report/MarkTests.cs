using System.Globalization;
using System.Text.Json;
using Analysis.Tests.Corpora;
using PuppeteerSharp;

namespace Analysis.Notebooks.Tests;

/// <summary>Every mark of every chart of the report shows exactly the passages that the figure's CSV names.</summary>
[Collection(ReportFixture.Name)]
public sealed class MarkTests(ReportFixture report)
{
    private const string SameSentence = "same sentence";

    /// <summary>Marks of a chart that are pointed at: all of up to 14, every second of up to 29, and so on. Keys reach every mark.</summary>
    private const int Pointed = 15;

    /// <summary>The panel once all its passages are there: each of its marks with its words and its passages.</summary>
    private const string Panel = """
        async () => {
          for (const until = Date.now() + 10000; Date.now() < until; await new Promise(done => setTimeout(done, 4))) {
            const dialog = document.querySelector("dialog.passages[open][data-filled]");
            if (!dialog || [...dialog.querySelectorAll("details[open]")].some(group => !group.dataset.filled)) continue;
            return JSON.stringify([...dialog.querySelectorAll("section")].map(section => ({
              Mark: +section.dataset.mark, Words: section.querySelector("h3").textContent,
              Passages: [...section.querySelectorAll("li")].map(item => ({
                Address: item.querySelector(".origin").textContent.split(" · ")[0],
                Rule: item.querySelector(".origin").textContent.split(" · ")[1],
                Highlights: [...item.querySelectorAll("mark")].map(mark => mark.textContent),
                Link: item.querySelector("a").getAttribute("href") })),
            })));
          }
          return "[]";
        }
        """;

    /// <summary>The mark that a chart announces, of how many, and the middle of what is outlined.</summary>
    private const string Outlined = """
        chart => {
          const [, mark, count] = document.querySelectorAll(".mark-line")[chart].textContent.match(/\((\d+) of (\d+)\)$/);
          const { hidden, offsetLeft, offsetTop, offsetWidth, offsetHeight } = document.querySelectorAll(".outline")[chart];
          return hidden ? [] : [+mark, +count, offsetLeft + offsetWidth / 2, offsetTop + offsetHeight / 2];
        }
        """;

    /// <summary>Brings a place of a chart into view; where it is on the screen.</summary>
    private const string Seen = """
        (chart, x, y) => {
          const frame = document.querySelectorAll(".plot-frame")[chart], plot = frame.querySelector(".plot-area");
          frame.scrollLeft = x - frame.clientWidth / 2;
          scrollTo(0, plot.getBoundingClientRect().top + scrollY + y - 400);
          const { left, top } = plot.getBoundingClientRect();
          return [left + x, top + y];
        }
        """;

    private readonly Dictionary<string, string> _texts =
        Corpus.Open(Repository.Corpus).Documents.ToDictionary(each => each.Id, each => each.Text);

    public static TheoryData<string> Pages => [.. ReportFixture.Notebooks];

    [Theory, MemberData(nameof(Pages))]
    public async Task By_keyboard_and_by_click(string page)
    {
        Assert.SkipUnless(Figure.CanExport, Figure.ExportAvailability);
        await using var opened = await report.OpenAsync(page + ".html", 1280);
        await TryMarksAsync(opened, (x, y) => opened.Mouse.ClickAsync(x, y), readsByKey: true);
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task By_touch_on_a_phone(string page)
    {
        Assert.SkipUnless(Figure.CanExport, Figure.ExportAvailability);
        await using var opened = await report.OpenAsync(page + ".html", 390, touch: true);
        await TryMarksAsync(opened, (x, y) => opened.Touchscreen.TapAsync(x, y), readsByKey: false);
    }

    private async Task TryMarksAsync(IPage page, Func<decimal, decimal, Task> point, bool readsByKey)
    {
        var names = await page.EvaluateExpressionAsync<string[]>(
            "[...document.querySelectorAll('figure.chart')].map(chart => chart.dataset.name)");
        for (var chart = 0; chart < names.Length; chart++)
        {
            var expected = Expected(Path.GetFileName(names[chart]));
            var places = await ByKeyAsync(page, chart, readsByKey ? expected : null);
            if (expected is null) continue;
            Assert.Equal(expected.Sum(mark => mark.Count()), places.Count);
            for (var mark = 0; mark < places.Count; mark += 1 + (places.Count / Pointed))
            {
                var at = await page.EvaluateFunctionAsync<decimal[]>(Seen, chart, places[mark].X, places[mark].Y);
                await point(at[0], at[1]);
                Check(await page.EvaluateFunctionAsync<string>(Panel), mark, expected);
                await page.Keyboard.PressAsync("Escape");
            }
        }

        Assert.Empty(report.Faults);
    }

    /// <summary>Goes through the marks of a chart by the arrow keys and reads each by Enter; where they are.</summary>
    private async Task<List<(double X, double Y)>> ByKeyAsync(IPage page, int chart, ILookup<string, string[]>? expected)
    {
        await page.EvaluateExpressionAsync($"document.querySelectorAll('.plot-frame')[{chart}].focus()");
        List<(double, double)> places = [];
        for (var count = 1; places.Count < count;)
        {
            await page.Keyboard.PressAsync("ArrowRight");
            var at = await page.EvaluateFunctionAsync<double[]>(Outlined, chart);
            Assert.Equal(places.Count + 1, at[0]);
            (count, var (x, y)) = ((int)at[1], (at[2], at[3]));
            places.Add((x, y));
            if (expected is null) continue;
            await page.Keyboard.PressAsync("Enter");
            Check(await page.EvaluateFunctionAsync<string>(Panel), places.Count - 1, expected);
            // Closing gives the focus back: the next arrow goes on from here.
            await page.Keyboard.PressAsync("Escape");
        }

        return places;
    }

    private void Check(string panel, int mark, ILookup<string, string[]> expected)
    {
        var marks = JsonSerializer.Deserialize<ShownMark[]>(panel)!;
        var shown = Assert.Single(marks, each => each.Mark == mark);
        Assert.Contains(
            expected[shown.Words], addresses => addresses.Order(StringComparer.Ordinal)
                .SequenceEqual(shown.Passages.Select(passage => passage.Address).Order(StringComparer.Ordinal)));
        Assert.All(shown.Passages, passage =>
        {
            var (document, span) = (passage.Address.Split(':')[0], passage.Address.Split(':')[1].Split('-'));
            var (start, end) = (int.Parse(span[0], CultureInfo.InvariantCulture), int.Parse(span[1], CultureInfo.InvariantCulture));
            var text = _texts[document][start..end];
            Assert.NotEmpty(passage.Rule);
            Assert.NotEmpty(passage.Highlights);
            if (passage.Rule == SameSentence) Assert.All(passage.Highlights, part => Assert.Contains(part, text, StringComparison.Ordinal));
            // An event may reach into the next sentence, which is not shown.
            else Assert.StartsWith(Assert.Single(passage.Highlights), text, StringComparison.Ordinal);
            Assert.Equal($"article.html#{document}:{start}", passage.Link);
        });
    }

    /// <summary>The addresses that the CSV of a figure names, by the words of the mark; null for a figure without evidence.</summary>
    private ILookup<string, string[]>? Expected(string id)
    {
        var file = Path.Combine(report.Output, "figures", id + ".csv");
        var rows = Csv.Read(File.ReadAllText(file), file).Select(row => row.Fields).ToList();
        var header = rows[0];
        if (header[^1] != "Evidence") return null;
        var name = Array.IndexOf(header, "Name");
        return rows.Skip(1).ToLookup(
            row => string.Join(", ", Enumerable.Range(name + 1, header.Length - name - 2).Where(column => row[column] is { Length: > 0 })
                .Select(column => $"{header[column]}: {InWords(row[column]!)}").Prepend(row[name] ?? "").Where(words => words.Length > 0)),
            row => (row[^1] ?? "").Split("; ", StringSplitOptions.RemoveEmptyEntries));
    }

    private static string InWords(string value) => double.TryParse(value, CultureInfo.InvariantCulture, out var number)
        && number.ToString(CultureInfo.InvariantCulture) == value ? number.ToString("#,0.##", CultureInfo.InvariantCulture) : value;

    private sealed record ShownMark(int Mark, string Words, ShownPassage[] Passages);

    private sealed record ShownPassage(string Address, string Rule, string[] Highlights, string Link);
}
