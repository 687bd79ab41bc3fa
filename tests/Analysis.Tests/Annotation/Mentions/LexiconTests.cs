namespace Analysis.Tests.Annotation.Mentions;

/// <summary>The rows of the lexicons prove themselves by their examples.</summary>
public sealed class LexiconTests
{
    [Fact]
    public void Every_title_announces_a_person()
    {
        foreach (var row in Lexicon.Read("titles.tsv", "title", "kind", "example"))
        {
            var title = row[2][..row[2].LastIndexOf(' ')];
            var found = Assert.Single(Annotators.Mentions($"قال {title} ديسيل ماتراس إن الوضع هادئ"));

            Assert.Equal(("ديسيل ماتراس", "person", "title"), (found.Surface, found.Type, found.Rule));
        }
    }

    [Fact]
    public void Every_capital_cue_decides_as_its_role_says()
    {
        foreach (var row in Lexicon.Read("metonymy.tsv", "word", "role", "example"))
        {
            var capital = Annotators.Mentions("قيل إنهم " + row[2]).FirstOrDefault(mention => mention.Type == "capital");

            Assert.True(capital?.Metonym == row[1] is "government" or "backer", $"{row.Line}: {row[2]}");
        }
    }

    [Fact]
    public void Every_institution_is_a_noun_with_a_nationality_that_agrees()
    {
        var annotator = Annotators.Of("x\tstate\tزولاند\tX\tx\tزولاندي\t");
        foreach (var row in Lexicon.Read("institutions.tsv", "noun", "gender", "of", "example"))
        {
            var (right, wrong) = row[1] == "feminine" ? ("الزولاندية", "الزولاندي") : ("الزولاندي", "الزولاندية");
            var body = row[0] + (row[2] == "body" ? " الزراعة " : " ");

            Assert.Equal(body + right, Assert.Single(annotator.Annotate(new Document("t", $"قال {body}{right} ذلك")).Mentions).Surface);
            Assert.Equal(wrong, Assert.Single(annotator.Annotate(new Document("t", $"قال {body}{wrong} ذلك")).Mentions).Surface);
        }
    }

    [Fact]
    public void Every_noun_announces_a_name_in_quotation_marks()
    {
        var annotator = Annotators.Of("x\tstate\tزولاند\tX\tx\tزولاندي\t");
        foreach (var row in Lexicon.Read("name-heads.tsv", "noun", "type", "span", "name", "of", "example"))
        {
            var found = Assert.Single(annotator.Annotate(new Document("t", $"قيل إن {row[0]} «زرمق ديسيل» ذكر")).Mentions);

            Assert.Equal((row[1], row[2] == "inside" ? $"{row[0]} «زرمق ديسيل" : "زرمق ديسيل"), (found.Type, found.Surface));
        }
    }

    [Fact]
    public void Every_spelling_is_found_by_the_other()
    {
        foreach (var row in Lexicon.Read("spellings.tsv", "part", "other", "example"))
        {
            var annotator = Annotators.Of($"x\torganization\tزرمق {row[0]}\tX\t\t\t", $"y\torganization\tديسيل {row[1]}\tY\t\t\t");

            Assert.Equal(["x", "y"], annotator.Annotate(new Document("t", $"قيل زرمق {row[1]} ثم ديسيل {row[0]} قيل")).Mentions.Select(mention => mention.Entity));
        }
    }
}
