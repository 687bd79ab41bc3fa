using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Analysis.Tests.Measures.Exchange;

public sealed class ICalendarTests
{
    private static readonly string[] Pieces = ["إيران", "😀", ",", ";", "\\", "\n", "\r\n", "\t", "\u0001", " ", "abc", "\\n", "é"];

    private static readonly Arbitrary<string> Texts =
        Gen.Elements(Pieces).ListOf().Select(pieces => string.Concat(pieces)).ToArbitrary();

    [Fact]
    public void A_calendar_is_as_reviewed() => GoldenFile.AssertEqual(
        "chronology.ics", GoldenFile.Written(output => SampleChronology.Entries.WriteICalendar(output, "Threats, replies")));

    [Theory]
    [InlineData("2020-01-03", "20200103", "20200104")]
    [InlineData("2020-03-31TEV", "20200331", "20200401")]
    [InlineData("2020-02", "20200201", "20200301")]
    [InlineData("2019-06-12/2019-06-14", "20190612", "20190615")]
    [InlineData("2020-W53", "20201228", "20210104")]
    public void An_event_lasts_whole_days_and_its_end_is_the_day_behind_them(string date, string start, string end)
    {
        var lines = Lines(SampleChronology.Of(date));
        Assert.Contains("DTSTART;VALUE=DATE:" + start, lines);
        Assert.Contains("DTEND;VALUE=DATE:" + end, lines);
    }

    [Fact]
    public void The_stamp_is_the_date_of_the_document_or_the_first_day_where_it_has_none() => Assert.Equal(
        ["DTSTAMP:20191231T000000Z", "DTSTAMP:20200401T000000Z"],
        Lines(SampleChronology.Of("2020-01-03", "2019-12-31")).Where(line => line.StartsWith("DTSTAMP", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    [Fact]
    public void Entries_without_two_bounds_are_left_out_and_counted()
    {
        var counts = default(ChronologyCounts);
        GoldenFile.Written(output => counts = SampleChronology.Of("../2020", "2020/..", "PAST_REF", "", "9999", "2020").WriteICalendar(output, ""));
        Assert.Equal(new ChronologyCounts(1, 5), counts);
    }

    [Fact]
    public void Every_event_has_a_UID_of_its_own_and_the_same_in_every_run()
    {
        string[] Uids() => [.. Lines(SampleChronology.Of("2020", "2020", "2021")).Where(line => line.StartsWith("UID:", StringComparison.Ordinal))];
        Assert.Equal(3, Uids().Distinct().Count());
        Assert.Equal(Uids(), Uids());
    }

    [Fact]
    public void Lines_are_at_most_75_octets_split_no_character_and_unfold_to_what_was_written() =>
        Prop.ForAll(Texts, text =>
        {
            var line = "DESCRIPTION:" + ICalendar.Escape(text);
            using var stream = new MemoryStream();
            ICalendar.Line(stream, line);
            var strict = new UTF8Encoding(false, throwOnInvalidBytes: true);
            var pieces = strict.GetString(stream.ToArray()).Split("\r\n");
            return pieces[^1].Length == 0
                && pieces.All(piece => strict.GetByteCount(piece) <= 75 && !char.IsLowSurrogate(piece.FirstOrDefault()))
                && pieces[1..^1].All(piece => piece[0] == ' ')
                && string.Concat(pieces.Select((piece, i) => i == 0 || piece.Length == 0 ? piece : piece[1..])) == line;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Escaped_text_is_one_line_and_reads_back() =>
        Prop.ForAll(Texts, text =>
        {
            var escaped = ICalendar.Escape(text);
            return !escaped.Any(letter => char.IsControl(letter) && letter != '\t')
                && Unescape(escaped) == text.ReplaceLineEndings("\n").Replace('\u0001', ' ');
        }).QuickCheckThrowOnFailure();

    private static string Unescape(string text)
    {
        var read = new StringBuilder();
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] != '\\') read.Append(text[at]);
            else read.Append(text[++at] == 'n' ? '\n' : text[at]);
        }

        return read.ToString();
    }

    private static string[] Lines(DataFrame<ChronologyEntry> entries) => GoldenFile.Written(output => entries.WriteICalendar(output, "")).Split("\r\n");
}
