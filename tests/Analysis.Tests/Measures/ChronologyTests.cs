namespace Analysis.Tests.Measures;

public sealed class ChronologyTests
{
    [Fact]
    public void Entries_stand_in_order_of_time_open_beginnings_by_their_end_and_undated_ones_last() => Assert.Equal(
        ["198X", "2014", "2014/2018-03~", "2016-22", "2019-06-12/2019-06-14", "2020-01", "2020-01-03", "../2020-01-05", "2020-02/..",
            "PAST_REF", ""],
        SampleChronology.Of(
            "PAST_REF", "2020-01-03", "2020-02/..", "../2020-01-05", "2020-01", "2019-06-12/2019-06-14", "2016-22", "2014",
            "2014/2018-03~", "198X", "")
            .Select(entry => entry.Date));

    [Fact]
    public void An_entry_names_its_entities_and_quotes_its_sentence()
    {
        var entry = Assert.Single(SampleChronology.Of("2020-01-03"), entry => entry.Document == "u");
        Assert.Equal("Threat: DONALD-TRUMP → IRAN (IRAQ)", entry.Headline);
        Assert.Equal(("زار الوزير بغداد.", null), (entry.Text, entry.Published));
        Assert.Equal("u-0-60-threat", entry.Id);
    }

    [Fact]
    public void Ids_stay_unique_where_two_events_of_a_kind_share_a_span() => Assert.Equal(
        ["003-0-60-threat", "003-0-60-threat-2", "003-0-60-visit"],
        Chronology.Of(
            Chronology.Alone([SampleChronology.Event("003", 0, "2020"), SampleChronology.Event("003", 0, "2020"),
                SampleChronology.Event("003", 0, "2020", "visit")]),
            SampleChronology.Sentences, SampleChronology.Documents, id => id, Language.English).Select(entry => entry.Id));

    [Fact]
    public void The_table_is_as_reviewed()
    {
        using var written = new StringWriter();
        TableView.TryCreate(SampleChronology.Entries)!.WriteCsv(written);
        GoldenFile.AssertEqual("chronology.csv", written.ToString());
    }
}
