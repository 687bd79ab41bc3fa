using Analysis.Tests.Corpora;

namespace Analysis.Tests.Annotation.Audit;

public sealed class MergeTests
{
    [Theory]
    [InlineData("زار دارقوني المدينة", "دارقوني", "Exact")]
    [InlineData("زار دارقـــوني المدينة", "دارقـــوني", "Composed")]
    [InlineData("زار دارقونی المدينة", "دارقونی", "Unified")]
    [InlineData("زار دارْقوني المدينة", "دارْقوني", "Undiacritized")]
    [InlineData("زار دأرقونى المدينة", "دأرقونى", "Folded")]
    [InlineData("زار كتائب التناشيبانه المدينة", "كتائب التناشيبانه", "Key")]
    [InlineData("انضم للمرشافة كثيرون", "لمرشافة", "Stem")]
    [InlineData("زار كتائب «التناشيبانة» المدينة", "كتائب «التناشيبانة", "Spelling")]
    [InlineData("قالت الزولانية ذلك", "الزولانية", "Exact")]
    public void A_merge_says_the_lowest_level_at_which_the_spelling_is_a_name(string text, string surface, string level)
    {
        var merge = Assert.Single(Audits.Of(text).Merges);
        Assert.Equal((surface, level), (merge.Surface, merge.Level));
    }

    [Fact]
    public void What_no_name_explains_says_the_rule_and_is_doubtful()
    {
        var merge = Assert.Single(Audits.Of("ذكروا فرزاد دارقوي").Merges);
        Assert.Equal(("darqun", "فرزاد دارقوي", "misspelling", true), (merge.Entity, merge.Surface, merge.Level, merge.Doubtful));
        Assert.Equal("no listed name is spelled like it; the rule 'misspelling' found it", merge.Why);
    }

    [Theory]
    [InlineData("زار فرزاد دارقوني المدينة ثم عاد دارقوني", "دارقوني", "")]
    [InlineData("عاد دارقوني", "دارقوني", "part of a name only, and 1 of 1 documents lack the full one")]
    [InlineData("زار كتائب التناشيبانه المدينة", "كتائب التناشيبانه", "only the search key is that of 'كتائب التناشيبانة'")]
    [InlineData("قالت هيئة المرشافة إن الهيئة المرشافة", "الهيئة",
        "'الهيئة' means the entity on a condition only; it is an ordinary word as well")]
    [InlineData("زاروا الصباح", "الصباح", "it is an ordinary word as well")]
    [InlineData("زاروا المرشافة", "المرشافة", "")]
    public void A_doubtful_merge_says_why(string text, string surface, string why)
    {
        var merge = Audits.Of(text).Merges.Single(merge => merge.Surface == surface);
        Assert.Equal((why.Length > 0, why), (merge.Doubtful, merge.Why));
    }

    [Fact]
    public void A_spelling_that_two_entities_share_at_the_level_of_the_merge_is_doubtful()
    {
        var names = Gazetteer.Read(new StringReader("id\ttype\tname_ar\tname_en\nfirst\tplace\tزرمقة\tF\nsecond\tplace\tزرمقه\tS"),
            "names");
        Assert.Equal("", Assert.Single(Audits.Of(names, 1, "زاروا زرمقة").Merges).Why);
        Assert.Equal("it names second as well", Assert.Single(Audits.Of(names, 1, "زاروا زرمقه").Merges).Why.Split("; ")[^1]);
    }

    [Fact]
    public void Merges_are_counted_by_spelling_and_document()
    {
        var audit = Audits.Of("عاد دارقوني ثم غادر دارقوني", "عاد دارقوني وقال دارقونى");
        Assert.Equal([("دارقوني", 3, 2), ("دارقونى", 1, 1)], audit.Merges.Select(merge => (merge.Surface, merge.Count, merge.Documents)));
    }

    [Fact]
    public void The_merges_of_the_five_articles_by_level_are_as_reviewed()
    {
        var corpus = Corpus.Open(Repository.Corpus);
        var audit = MergeAudit.Of(corpus.Annotations, corpus.Annotator);
        Assert.Equal(
            "Exact 115 · Folded 4 · Spelling 2 · Stem 4 · doubtful 9",
            string.Join(" · ", audit.Merges.CountBy(merge => merge.Level).OrderBy(level => level.Value, StringComparer.Ordinal)
                .Select(level => $"{level.Value} {level.Count}"))
                + $" · doubtful {audit.Merges.Count(merge => merge.Doubtful)}");
    }
}
