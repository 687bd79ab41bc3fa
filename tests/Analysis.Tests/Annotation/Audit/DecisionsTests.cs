namespace Analysis.Tests.Annotation.Audit;

public sealed class DecisionsTests
{
    [Fact]
    public void An_accepted_look_alike_is_a_name_from_then_on()
    {
        var names = Audits.Names.With(Audits.Decisions("دارقوي\tdarqun\taccept\tpress spelling"));
        Assert.Equal([("دارقوي", "darqun", "decision")], Audits.Mentions(names, "عاد ودارقوي"));
        var audit = Audits.Of(names, 1, "عاد دارقوي");
        Assert.Empty(audit.LookAlikes);
        Assert.Equal(("Exact", false), (Assert.Single(audit.Merges).Level, audit.Merges[0].Doubtful));
    }

    [Fact]
    public void A_rejected_look_alike_is_not_listed_again() =>
        Assert.Empty(Audits.Of(Audits.Names.With(Audits.Decisions("دارقوي\tdarqun\treject\t")), 1, "عاد دارقوي").LookAlikes);

    [Fact]
    public void An_accepted_merge_is_not_doubted_again_and_keeps_its_policy()
    {
        var names = Audits.Names.With(Audits.Decisions("قاني\tgaini\taccept\t"));
        Assert.Empty(Audits.Mentions(names, "عاد قاني"));
        var merges = Audits.Of(names, 1, "زار رستم قاني المدينة ثم عاد قاني").Merges;
        Assert.Equal(["قاني", "رستم قاني"], merges.Select(merge => merge.Surface).OrderBy(surface => surface.Length));
        Assert.All(merges, merge => Assert.False(merge.Doubtful));
    }

    [Theory]
    [InlineData("كتائب التناشيبانه", "دخلت كتائب التناشيبانه", "")]
    [InlineData("كتائب التناشيبانه", "دخلت كتائب التناشِيبانة", "tanasha")]
    [InlineData("كتائب التناشيبانه", "دخلت كتائب التناشيـبانه", "")]
    [InlineData("المرشافة", "دخلوا المرشافة", "marsha-town")]
    [InlineData("المرشافة", "دخلوا للمرشافة", "marsha")]
    [InlineData("المرشافة", "قالت هيئة المرشافة", "marsha")]
    public void A_rejected_spelling_is_no_mention_of_its_entity_and_others_are(string surface, string text, string entity)
    {
        var names = Audits.Names.With(Audits.Decisions($"{surface}\t{(surface[0] == 'ك' ? "tanasha" : "marsha")}\treject\t"));
        Assert.Equal(entity, string.Join(' ', Audits.Mentions(names, text).Select(mention => mention.Entity ?? "")).Trim());
    }

    [Fact]
    public void An_open_decision_changes_nothing()
    {
        var names = Audits.Names.With(Audits.Decisions("دارقوي\tdarqun\t\t"));
        Assert.Equal("misspelling", Assert.Single(Audits.Mentions(names, "عاد دارقوي")).Rule);
        Assert.Single(Audits.Of(names, 1, "عاد دارقوي").LookAlikes);
    }

    [Fact]
    public void Decisions_given_later_replace_those_before()
    {
        var names = Audits.Names.With(Audits.Decisions("دارقوي\tdarqun\taccept\t")).With(Decisions.None);
        Assert.Equal("misspelling", Assert.Single(Audits.Mentions(names, "عاد دارقوي")).Rule);
    }

    [Fact]
    public void What_is_to_decide_can_be_read_back()
    {
        var open = Audits.Of("عاد دارقوي", "زاروا الصباح").ToDecisions();
        Assert.Equal([("الصباح", "balad"), ("دارقوي", "darqun")], open.Select(decision => (decision.Surface, decision.Entity)));
        var read = Audits.Decisions([.. open.Select(decision => decision.ToLine())]).All;
        Assert.Equal(open, read.Select(decision => decision with { Source = open[0].Source }));
    }

    [Theory]
    [InlineData("دارقوي\tnobody\taccept\t", "decisions.tsv(2): entity 'nobody' of 'دارقوي' is not in the gazetteer")]
    [InlineData("دارقوي\tdarqun\tmaybe\t", "decisions.tsv(2): decision 'maybe', expected accept, reject or nothing")]
    [InlineData("دارقوي\tdarqun\taccept", "decisions.tsv(2): 3 fields, expected 4")]
    [InlineData("«»\tdarqun\taccept\t", "decisions.tsv(2): surface '«»', expected a spelling with a letter in it")]
    [InlineData("دارقوي\t\taccept\t", "decisions.tsv(2): the entity is empty, expected an id of the gazetteer")]
    [InlineData("دارقوي\tdarqun\taccept\t\nدارقـوي\tdarqun\treject\t",
        "decisions.tsv(3): 'دارقـوي' and 'darqun' stand at decisions.tsv(2) already; expected one decision")]
    [InlineData("دارقوي\tdarqun\taccept\t\nدارقوي\tgaini\taccept\t",
        "decisions.tsv(3): 'دارقوي' is accepted for 'darqun' at decisions.tsv(2) already; expected one entity")]
    public void A_bad_row_is_an_error_with_file_and_line(string rows, string message) =>
        Assert.Equal(message, Assert.Throws<InvalidDataException>(() => Audits.Names.With(Audits.Decisions(rows.Split('\n')))).Message);

    [Fact]
    public void A_file_with_other_columns_is_an_error() => Assert.Equal(
        "d.tsv(1): columns 'surface entity', expected 'surface entity decision note'",
        Assert.Throws<InvalidDataException>(() => Decisions.Read(new StringReader("surface\tentity"), "d.tsv")).Message);
}
