namespace Analysis.Tests.Annotation.Mentions;

public sealed class AliasSyntaxTests
{
    [Theory]
    [InlineData("قاعدة حرير", "قاعدة حرير")]
    [InlineData("(قاعدة )حرير", "حرير|قاعدة حرير")]
    [InlineData("[أ/ب] ج", "أ ج|ب ج")]
    [InlineData("اتفاق( [كامل/جزئي])", "اتفاق|اتفاق كامل|اتفاق جزئي")]
    [InlineData("(أ/ب) ج", "ج|أ ج|ب ج")]
    public void Optional_parts_and_alternatives_are_expanded(string alias, string names) =>
        Assert.Equal(names.Split('|'), AliasSyntax.Expand(alias));

    [Theory]
    [InlineData("(أ", "a '(' is not closed")]
    [InlineData("أ]", "a ']' closes nothing")]
    [InlineData("(أ]", "a ']' closes nothing")]
    [InlineData("(أ)", "every part may be left out")]
    [InlineData("أ{ful}", "condition 'ful'; expected never, full, state, quoted, near:…, before:…, after:… or not:…")]
    [InlineData("أ{near:}", "lacks a word")]
    [InlineData("أ{full", "the policy must end in '}'")]
    [InlineData("أ||ب", "an empty alias between two '|'")]
    public void A_broken_alias_is_refused_with_what_was_expected(string cell, string message) =>
        Assert.Contains(message, Assert.Throws<FormatException>(() => AliasSyntax.Parse(0, cell)).Message, StringComparison.Ordinal);

    [Fact]
    public void Conditions_are_combined_with_semicolons()
    {
        var (_, name, policy, _) = Assert.Single(AliasSyntax.Parse(0, "صالح{full;near:الرئيس,برهم;not:في}"));

        Assert.Equal("صالح", name);
        Assert.True(policy.Has("full"));
        Assert.Equal(["الرئيس", "برهم"], policy.Conditions["near"]);
        Assert.Equal(["في"], policy.Conditions["not"]);
        Assert.False(policy.IsAlways);
    }

    [Theory]
    [InlineData("id\ttype\tname_ar\nx\tperson\tس", "t(1): columns 'id type name_ar', expected id, type, name_ar, name_en among them")]
    [InlineData("id\ttype\tname_ar\tname_en\nx\tperson\tس", "t(2): 3 fields, expected 4")]
    [InlineData("id\ttype\tname_ar\tname_en\nx\thero\tس\tS", "t(2): type 'hero' of 'x'; expected one of person, state")]
    [InlineData("id\ttype\tname_ar\tname_en\nx\tperson\tسس\tS\nx\tperson\tصص\tS", "t(3): id 'x' stands on line 2 already")]
    [InlineData("id\ttype\tname_ar\tname_en\tdemonyms\nx\tperson\tسس\tS\tسسي",
        "t(2): demonym 'سسي' of 'x', which is a person; expected a state")]
    [InlineData("id\ttype\tname_ar\tname_en\taliases\nx\tperson\tسس\tS\t[سص", "t(2): alias '[سص': a '[' is not closed")]
    public void A_broken_gazetteer_is_refused_with_file_and_line(string text, string message) =>
        Assert.StartsWith(message, Assert.Throws<InvalidDataException>(() => Gazetteer.Read(new StringReader(text), "t")).Message,
            StringComparison.Ordinal);

    [Fact]
    public void A_gazetteer_is_read_as_it_was_written()
    {
        var gazetteer = Annotators.Project.Gazetteer;
        var written = new StringWriter();
        gazetteer.Write(written);

        var read = Gazetteer.Read(new StringReader(written.ToString()), "written");

        Assert.Equal(gazetteer.Entities, read.Entities);
        Assert.Equal(gazetteer.Demonyms, read.Demonyms);
        Assert.Equal(Names(gazetteer), Names(read));
    }

    [Fact]
    public void An_accepted_spelling_is_written_as_a_name()
    {
        var gazetteer = Gazetteer.Read(new StringReader("id\ttype\tname_ar\tname_en\nx\tperson\tزيد\tZayd"), "t");
        var decisions = new Decisions([new Decision("زويد", "x", Verdict.Accept, "", "t(1)")]);
        var written = new StringWriter();
        gazetteer.With(decisions).Write(written);

        Assert.Equal(["زويد", "زيد"], Gazetteer.Read(new StringReader(written.ToString()), "written").Aliases.Select(alias => alias.Text));
    }

    [Fact]
    public void Four_columns_in_any_order_are_enough()
    {
        var gazetteer = Gazetteer.Read(new StringReader("name_en\tid\tnote\tname_ar\ttype\nIran\tiran\t-\tإيران\tstate"), "t");

        Assert.Equal(new Entity("iran", "state", "إيران", "Iran", "iran"), Assert.Single(gazetteer.Entities));
    }

    private static IEnumerable<string> Names(Gazetteer gazetteer) =>
        gazetteer.Aliases.Select(alias => $"{alias.Entity} {alias.Text} {alias.Policy.Text}");
}
