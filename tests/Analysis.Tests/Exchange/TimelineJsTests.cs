using System.Text.Json;
using Analysis.Tests.Measures;

namespace Analysis.Tests.Exchange;

public sealed class TimelineJsTests
{
    [Theory]
    [InlineData("2020-04-01~", "around 2020-04-01")]
    [InlineData("2020-03-31TEV~", "around 2020-03-31 evening")]
    [InlineData("2021-07-05T14:45", "2021-07-05 14:45")]
    [InlineData("2020-W13", "week 13 of 2020")]
    [InlineData("2016-22", "summer 2016")]
    [InlineData("198X", "1980s")]
    [InlineData("19XX", "1900s")]
    [InlineData("2014/2018-03~", "2014 to around 2018-03")]
    [InlineData("../2020-04-01", "until 2020-04-01")]
    [InlineData("2020-01/..", "since 2020-01")]
    public void A_date_has_words(string date, string words) => Assert.Equal(words, DateWords.Of(Edtf.Parse(date)));

    [Fact]
    public void TimelineJs_is_as_reviewed() => GoldenFile.AssertEqual(
        "timeline.json", GoldenFile.Written(output => SampleChronology.Entries.WriteTimelineJs(output, "Threats & <replies>")));

    [Theory]
    [InlineData("2014", """{"year":2014}""", null, null)]
    [InlineData("2020-01", """{"year":2020,"month":1}""", null, null)]
    [InlineData("2020-01-03", """{"year":2020,"month":1,"day":3}""", null, null)]
    [InlineData("2021-07-05T14:05", """{"year":2021,"month":7,"day":5,"hour":14,"minute":5}""", null, null)]
    [InlineData("2020-04-01~", """{"year":2020,"month":4,"day":1}""", null, "around 2020-04-01")]
    [InlineData("2020-W53", """{"year":2020,"month":12,"day":28}""", """{"year":2021,"month":1,"day":3}""", "week 53 of 2020")]
    [InlineData("2016-24", """{"year":2016,"month":12}""", """{"year":2017,"month":2}""", "winter 2016")]
    [InlineData("198X", """{"year":1980}""", """{"year":1989}""", "1980s")]
    [InlineData("2014/2018-03", """{"year":2014}""", """{"year":2018,"month":3}""", null)]
    [InlineData("../2020-01-03", """{"year":2020,"month":1,"day":3}""", null, "until 2020-01-03")]
    [InlineData("2020-01/..", """{"year":2020,"month":1}""", null, "since 2020-01")]
    public void A_slide_has_the_known_parts_of_its_date_only(string date, string start, string? end, string? words)
    {
        using var json = JsonDocument.Parse(GoldenFile.Written(output => SampleChronology.Of(date).WriteTimelineJs(output, "")));
        var slide = json.RootElement.GetProperty("events").EnumerateArray().Single();
        Assert.Equal(start, Compact(slide.GetProperty("start_date")));
        Assert.Equal(end, slide.TryGetProperty("end_date", out var last) ? Compact(last) : null);
        Assert.Equal(words, slide.TryGetProperty("display_date", out var display) ? display.GetString() : null);
    }

    [Fact]
    public void Kinds_and_dates_are_in_the_language()
    {
        using var json = JsonDocument.Parse(GoldenFile.Written(output => SampleChronology.Of("2020-04~").WriteTimelineJs(
            output, "", language: Language.ArabicWithArabicDigits)));
        var slide = json.RootElement.GetProperty("events").EnumerateArray().Single();
        Assert.Equal("نحو أبريل ٢٠٢٠", slide.GetProperty("display_date").GetString());
        Assert.DoesNotMatch("[a-z]", slide.GetProperty("group").GetString());
    }

    [Fact]
    public void Slides_without_a_date_are_left_out_and_counted_and_ids_are_unique()
    {
        var counts = default(ChronologyCounts);
        using var json = JsonDocument.Parse(
            GoldenFile.Written(output => counts = SampleChronology.Of("2020", "PAST_REF", "2020", "").WriteTimelineJs(output, "")));
        Assert.Equal(new ChronologyCounts(2, 2), counts);
        var ids = json.RootElement.GetProperty("events").EnumerateArray().Select(slide => slide.GetProperty("unique_id").GetString()!)
            .ToList();
        Assert.Equal(2, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Matches("^[A-Za-z0-9_-]+$", id));
    }

    [Fact]
    public void A_text_turns_nothing_around_it()
    {
        var json = GoldenFile.Written(output => SampleChronology.Entries.WriteTimelineJs(output, "قال \u202Eevil", "\u202D"));
        Assert.DoesNotContain(json, letter => letter is >= '\u202A' and <= '\u202E');
        Assert.Contains("قال [RLO]evil", json, StringComparison.Ordinal);
    }

    private static string Compact(JsonElement json) => JsonSerializer.Serialize(json);
}
