namespace Analysis.Notebooks.Tests;

public sealed class FormattingTests
{
    private static readonly MimeFormatter Formatter = new(picture: null);

    [Fact]
    public void A_chart_goes_as_plotly_object_picture_and_text_and_not_as_html()
    {
        var (data, metadata) = Formatter.Format(new Chart(), []);

        Assert.Equal(["application/vnd.plotly.v1+json", "image/png", "text/plain"], data.Select(pair => pair.Key));
        Assert.Equal("bar", data["application/vnd.plotly.v1+json"]!["type"]!.ToString());
        Assert.Equal("""{"image/png":{"width":700,"height":400}}""", metadata.ToJsonString());
    }

    [Fact]
    public void What_a_formatter_declines_is_left_out()
    {
        var (data, metadata) = Formatter.Format(new Chart { HasPicture = false }, []);

        Assert.Equal(["application/vnd.plotly.v1+json", "text/plain"], data.Select(pair => pair.Key));
        Assert.Empty(metadata);
    }

    [Fact]
    public void Other_values_with_formatters_go_as_html_text_and_what_they_prefer()
    {
        var (data, _) = Formatter.Format(new DerivedTable(), []);

        Assert.Equal(["text/csv", "text/html", "text/plain"], data.Select(pair => pair.Key).Order(StringComparer.Ordinal));
        Assert.Equal("<table>derived</table>", data["text/html"]!.ToString());
    }

    [Fact]
    public void What_a_formatter_throws_comes_through() =>
        Assert.Throws<FormatException>(() => Formatter.Format(new Chart { Fails = true }, []));

    [Fact]
    public void A_representation_can_be_asked_for_by_its_type()
    {
        var (data, _) = Formatter.Format(new Chart(), ["text/html"]);

        Assert.Equal("text/html", Assert.Single(data).Key);
    }

    [Fact]
    public async Task The_hosts_pictures_take_the_place_of_the_values_own_and_are_added_when_they_are_ready()
    {
        var ready = new TaskCompletionSource<byte[]?>();
        var formatter = new MimeFormatter(_ => ready.Task);
        var (data, metadata) = formatter.Format(new Chart(), []);
        Assert.False(data.ContainsKey("image/png"));

        ready.SetResult([1, 2, 3]);
        await formatter.CompletePicturesAsync();

        Assert.Equal("AQID", data["image/png"]!.ToString());
        Assert.Equal(700, metadata["image/png"]!["width"]!.GetValue<int>());
    }

    [Fact]
    public void A_sequence_of_records_is_an_escaped_table_of_at_most_20_rows_with_the_total_stated()
    {
        var rows = Enumerable.Range(0, 1234).Select(number => new { Name = number == 0 ? "<b>&\"" : "اسم", Count = number });
        var html = Formatter.Format(rows, []).Data["text/html"]!.ToString();

        Assert.Contains("<tr><th scope=\"col\">Name</th><th scope=\"col\">Count</th></tr>", html, StringComparison.Ordinal);
        Assert.Contains("<tr><td dir=\"auto\">&lt;b&gt;&amp;&quot;</td><td dir=\"auto\">0</td></tr>", html, StringComparison.Ordinal);
        Assert.Equal(21, html.Split("<tr>").Length - 1);
        Assert.EndsWith("<p>20 of 1,234 rows</p>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sequence_without_end_is_shown_by_its_beginning()
    {
        var html = Formatter.Format(Endless(), []).Data["text/html"]!.ToString();

        Assert.EndsWith("<p>20 rows of more than 10,000</p>", html, StringComparison.Ordinal);

        static IEnumerable<int> Endless()
        {
            for (var number = 0; ; number++)
                yield return number;
        }
    }

    [Fact]
    public void Values_that_refer_to_each_other_in_a_circle_are_cut_off()
    {
        var node = new Node("a");
        node.Next = node;

        Assert.Equal("{ Name = a, Next = { Name = a, Next = { Name = a, Next = Node } } }", DefaultText.Format(node));
    }

    [Fact]
    public void Scalars_have_plain_text_only() =>
        Assert.All(
            new object?[] { 1, "text", null, true, 'c', 2.5, new Uri("file:///x"), DayOfWeek.Friday },
            value => Assert.Equal("text/plain", Assert.Single(Formatter.Format(value, []).Data).Key));

    private sealed class Node(string name)
    {
        public string Name { get; } = name;

        public Node? Next { get; set; }
    }

    [AttributeUsage(AttributeTargets.Class, Inherited = false)]
    private sealed class TypeFormatterSourceAttribute(Type source) : Attribute
    {
        public Type FormatterSourceType { get; } = source;

        public string[] PreferredMimeTypes { get; init; } = [];
    }

    private sealed class Formats(string mimeType, Func<object, string?> format)
    {
        public string MimeType { get; } = mimeType;

        public bool Format(object value, TextWriter writer)
        {
            writer.Write(format(value));
            return format(value) is not null;
        }
    }

    [TypeFormatterSource(typeof(Formatters), PreferredMimeTypes = ["text/html"])]
    private sealed class Chart
    {
        public int Width => 700;

        public int Height => 400;

        public bool HasPicture { get; init; } = true;

        public bool Fails { get; init; }

        public sealed class Formatters
        {
            public IEnumerable<object> CreateTypeFormatters() =>
            [
                new Formats("text/html", _ => "<div></div>"),
                new Formats("application/vnd.plotly.v1+json", value => ((Chart)value).Fails ? throw new FormatException() : """{"type":"bar"}"""),
                new Formats("image/png", value => ((Chart)value).HasPicture ? "AAAA" : null),
                new Formats("text/plain", _ => "chart"),
            ];
        }
    }

    [TypeFormatterSource(typeof(Formatters), PreferredMimeTypes = ["text/csv", "image/gif"])]
    private abstract class Table
    {
        public sealed class Formatters
        {
            public IEnumerable<object> CreateTypeFormatters() =>
                [new Formats("text/html", _ => "<table>derived</table>"), new Formats("text/csv", _ => "a,b"), new Formats("image/svg+xml", _ => "<svg/>")];
        }
    }

    private sealed class DerivedTable : Table
    {
        public override string ToString() => "a table";
    }
}
