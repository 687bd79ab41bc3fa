using System.Text.Json;

namespace Analysis.Tests.Measures.Exchange;

public sealed class ChronologyTests
{
    [Fact]
    public void Entries_stand_in_order_of_time_open_beginnings_by_their_end_and_undated_ones_last() => Assert.Equal(
        ["198X", "2014", "2014/2018-03~", "2016-22", "2019-06-12/2019-06-14", "2020-01", "2020-01-03", "../2020-01-05", "2020-02/..", "PAST_REF", ""],
        SampleChronology.Of("PAST_REF", "2020-01-03", "2020-02/..", "../2020-01-05", "2020-01", "2019-06-12/2019-06-14", "2016-22", "2014", "2014/2018-03~", "198X", "")
            .Rows.Select(entry => entry.Date));

    [Fact]
    public void An_entry_names_its_entities_and_quotes_its_sentence()
    {
        var entry = Assert.Single(SampleChronology.Of("2020-01-03").Rows, entry => entry.Document == "u");
        Assert.Equal("Threat: DONALD-TRUMP → IRAN (IRAQ)", entry.Headline);
        Assert.Equal(("زار الوزير بغداد.", null), (entry.Text, entry.Published));
        Assert.Equal("u-0-60-threat", entry.Id);
    }

    [Fact]
    public void Ids_stay_unique_where_two_events_of_a_kind_share_a_span() => Assert.Equal(
        ["003-0-60-threat", "003-0-60-threat-2", "003-0-60-visit"],
        Chronology.Of(
            DataFrame.Of([SampleChronology.Event("003", 0, "2020"), SampleChronology.Event("003", 0, "2020"), SampleChronology.Event("003", 0, "2020", "visit")]),
            SampleChronology.Sentences, SampleChronology.Documents, id => id).Rows.Select(entry => entry.Id));

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
    public void The_table_is_as_reviewed()
    {
        using var written = new StringWriter();
        SampleChronology.Entries.ToCsv(written);
        GoldenFile.AssertEqual("chronology.csv", written.ToString());
    }

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
    public void Slides_without_a_date_are_left_out_and_counted_and_ids_are_unique()
    {
        var counts = default(ChronologyCounts);
        using var json = JsonDocument.Parse(GoldenFile.Written(output => counts = SampleChronology.Of("2020", "PAST_REF", "2020", "").WriteTimelineJs(output, "")));
        Assert.Equal(new ChronologyCounts(2, 2), counts);
        var ids = json.RootElement.GetProperty("events").EnumerateArray().Select(slide => slide.GetProperty("unique_id").GetString()!).ToList();
        Assert.Equal(2, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Matches("^[A-Za-z0-9_-]+$", id));
    }

    private static string Compact(JsonElement json) => JsonSerializer.Serialize(json);
}
