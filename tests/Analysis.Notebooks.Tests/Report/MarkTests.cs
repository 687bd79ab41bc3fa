using System.Globalization;
using System.Text.Json;
using Analysis.Tests.Corpora;
using PuppeteerSharp;

namespace Analysis.Notebooks.Tests;

/// <summary>Every mark of every chart of the report shows exactly the passages that the figure's CSV names.</summary>
public sealed class MarkTests(ReportFixture report) : IClassFixture<ReportFixture>
{
    private const string SameSentence = "in the same sentence";

    /// <summary>Marks that are tried in one call of the browser, so that none takes long.</summary>
    private const int Batch = 20;

    /// <summary>What the calls of the browser share; it stands on the page once.</summary>
    private const string Script = """
        globalThis.tried = {
          chart: number => {
            const plot = document.querySelectorAll(".plot-frame")[number];
            return { frame: plot, plot: plot.querySelector(".plot-area"), outline: plot.querySelector(".outline"),
              line: document.querySelectorAll(".mark-line")[number] };
          },
          // The panel once all its passages are there: each of its marks with its words and its passages.
          panel: async () => {
            for (const until = Date.now() + 10000; Date.now() < until; await new Promise(done => setTimeout(done, 4))) {
              const dialog = document.querySelector("dialog.passages[open][data-filled]");
              if (!dialog || [...dialog.querySelectorAll("details[open]")].some(group => !group.dataset.filled)) continue;
              const shown = [...dialog.querySelectorAll("section")].map(section => ({
                Mark: +section.dataset.mark, Words: section.querySelector("h3").textContent,
                Passages: [...section.querySelectorAll("li")].map(item => ({
                  Address: item.querySelector(".origin").textContent.split(" · ")[0],
                  Rule: item.querySelector(".origin").textContent.split(" · ")[1].replace("Rule: ", ""),
                  Highlights: [...item.querySelectorAll("mark")].map(mark => mark.textContent),
                  Link: item.querySelector("a").getAttribute("href") })),
              }));
              dialog.close();
              return shown;
            }
            return [];
          },
          key: (chart, key) => chart.frame.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true })),
          // The mark that is announced, from 1, of how many; 0 before the first.
          announced: ({ line }) => (line.textContent.match(/\((\d+) of (\d+)\)$/) ?? [0, 0, 0]).slice(1).map(Number),
          // The middle of what is outlined, in pixels of the chart.
          middle: ({ outline: { hidden, offsetLeft, offsetTop, offsetWidth, offsetHeight } }) =>
            hidden ? null : [offsetLeft + offsetWidth / 2, offsetTop + offsetHeight / 2],
          // Brings a place of a chart into view; where it is on the screen.
          seen: ({ frame, plot }, [x, y]) => {
            frame.scrollLeft = x - frame.clientWidth / 2;
            scrollTo(0, plot.getBoundingClientRect().top + scrollY + y - 400);
            const { left, top } = plot.getBoundingClientRect();
            return [left + x, top + y];
          },
          // What a press at a place does to what lies on top there; false where that is not the chart.
          press: (chart, [clientX, clientY], pointerType) => {
            const target = document.elementFromPoint(clientX, clientY);
            const event = { bubbles: true, composed: true, isPrimary: true, button: 0, pointerType, clientX, clientY };
            if (!chart.frame.contains(target)) return false;
            for (const type of ["pointerdown", "pointerup"]) target.dispatchEvent(new PointerEvent(type, event));
            return true;
          },
        };
        """;

    /// <summary>Goes to the next marks by key and reads each by Enter and by a press; how many marks there are, and the panels.</summary>
    private const string Next = """
        async (number, from, count, pointerType) => {
          const chart = tried.chart(number);
          const panels = [];
          let marks = from + 1;
          for (let mark = from; mark < Math.min(from + count, marks); mark++) {
            tried.key(chart, "ArrowRight");
            const [at, all] = tried.announced(chart);
            const middle = tried.middle(chart);
            if (at !== mark + 1 || !middle) throw new Error(`mark ${mark + 1} of ${all} is not reached: ${chart.line.textContent}`);
            marks = all;
            tried.key(chart, "Enter");
            const read = await tried.panel();
            if (!tried.press(chart, tried.seen(chart, middle), pointerType)) throw new Error(`something covers mark ${mark + 1}`);
            const pressed = await tried.panel();
            // A press where several marks lie announces the nearest.
            for (let now; (now = tried.announced(chart)[0]) !== mark + 1;) tried.key(chart, now > mark + 1 ? "ArrowLeft" : "ArrowRight");
            panels.push([read, pressed]);
          }
          return JSON.stringify({ Marks: marks, Panels: panels });
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
        await TryMarksAsync(opened, "mouse", (x, y) => opened.Mouse.ClickAsync(x, y));
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task By_touch_on_a_phone(string page)
    {
        Assert.SkipUnless(Figure.CanExport, Figure.ExportAvailability);
        await using var opened = await report.OpenAsync(page + ".html", 390, touch: true);
        await TryMarksAsync(opened, "touch", (x, y) => opened.Touchscreen.TapAsync(x, y));
    }

    /// <summary>
    /// Every mark is reached and read by the page's own events, which its script cannot tell from a person's; one mark of each chart by
    /// those of the browser.
    /// </summary>
    private async Task TryMarksAsync(IPage page, string pointer, Func<decimal, decimal, Task> press)
    {
        await page.EvaluateExpressionAsync(Script);
        var names = await page.EvaluateExpressionAsync<string[]>(
            "[...document.querySelectorAll('figure.chart[data-name]')].map(chart => chart.dataset.name)");
        for (var chart = 0; chart < names.Length; chart++)
        {
            if (Expected(Path.GetFileName(names[chart])) is not { } expected) continue;
            var count = 1;
            for (var from = 0; from < count; from += Batch)
            {
                var batch = JsonSerializer.Deserialize<Tried>(
                    await page.EvaluateFunctionAsync<string>(Next, chart, from, Batch, pointer))!;
                count = batch.Marks;
                Assert.Equal(Math.Min(Batch, count - from), batch.Panels.Length);
                foreach (var (index, panels) in batch.Panels.Index())
                    Assert.All(panels, panel => Check(panel, from + index, expected));
            }

            Assert.Equal(expected.Count, count);
            var at = await page.EvaluateFunctionAsync<decimal[]>(
                "number => tried.seen(tried.chart(number), tried.middle(tried.chart(number)))", chart);
            await press(at[0], at[1]);
            Check(JsonSerializer.Deserialize<ShownMark[]>(
                await page.EvaluateExpressionAsync<string>("tried.panel().then(JSON.stringify)"))!, count - 1, expected);
        }

        Assert.Empty(report.Faults);
    }

    private void Check(ShownMark[] marks, int mark, List<(string[] Said, string[] Addresses)> expected)
    {
        var shown = Assert.Single(marks, each => each.Mark == mark);
        Assert.DoesNotMatch("Offset|Lane|Meaning|95 %", shown.Words);
        var told = shown.Words.Replace('−', '-');
        var said = expected.Where(row => row.Said.All(words => told.Contains(words, StringComparison.Ordinal)));
        Assert.Contains(
            said.Select(row => row.Addresses), addresses => addresses.Order(StringComparer.Ordinal)
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

    /// <summary>What each mark says, at least, and the addresses that the CSV of its figure names; null for one without evidence.</summary>
    private List<(string[] Said, string[] Addresses)>? Expected(string id)
    {
        var file = Path.Combine(report.Output, "figures", id + ".csv");
        var rows = Csv.Read(File.ReadAllText(file), file).Select(row => row.Fields).ToList();
        var header = rows[0];
        if (header[^1] != "Evidence" || rows.Skip(1).All(row => string.IsNullOrEmpty(row[^1]))) return null;
        var name = Array.IndexOf(header, "Name");
        string[] unsaid = ["Entity", "Document", "Offset", "Lane", "Date", "Meaning"];
        var columns = Enumerable.Range(name + 1, header.Length - name - 2)
            .Where(column => !unsaid.Contains(header[column]) && !header[column]!.Contains("95 %", StringComparison.Ordinal)).ToList();
        return [.. rows.Skip(1).Select(row => (
            (string[])[row[name] ?? "", .. columns.Where(column => row[column] is { Length: > 0 })
                .Select(column => $"{header[column]}: {InWords(row[column]!)}")],
            (row[^1] ?? "").Split("; ", StringSplitOptions.RemoveEmptyEntries)))];
    }

    private static string InWords(string value) => double.TryParse(value, CultureInfo.InvariantCulture, out var number)
        ? number.ToString("#,0.##", CultureInfo.InvariantCulture) : value;

    /// <param name="Marks">Number of marks of the chart.</param>
    /// <param name="Panels">Of each mark that was tried, what Enter and a press opened.</param>
    private sealed record Tried(int Marks, ShownMark[][][] Panels);

    private sealed record ShownMark(int Mark, string Words, ShownPassage[] Passages);

    private sealed record ShownPassage(string Address, string Rule, string[] Highlights, string Link);
}
