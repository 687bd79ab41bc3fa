namespace Analysis.Tests.Annotation.Audit;

public sealed class LookAlikeTests
{
    [Theory]
    [InlineData("عاد دارقوي", "دارقوي", "darqun", 1, "a letter lost")]
    [InlineData("عاد داراقوني", "داراقوني", "darqun", 1, "a letter added")]
    [InlineData("عاد دارفوني", "دارفوني", "darqun", 1, "another letter")]
    [InlineData("عاد درماقوني", "", "", 0, "two edits in a word of seven letters are too many")]
    [InlineData("عاد دراقوني", "دراقوني", "darqun", 1, "neighbours swapped")]
    [InlineData("عاد ضارقوني", "ضارقوني", "darqun", 1, "a first letter that is put for the right one")]
    [InlineData("عاد مارقوني", "", "", 0, "any other first letter makes another word")]
    [InlineData("عاد غاني", "غاني", "gaini", 1, "four letters, one put for a similar one")]
    [InlineData("عاد قاري", "", "", 0, "four letters, another letter")]
    [InlineData("ذكروا فرزاد دارقوي", "فرزاد دارقوي", "darqun", 1, "the longest name")]
    [InlineData("دخلت كتائب التناشبيانة", "كتائب التناشبيانة", "tanasha", 1, "one of several words")]
    [InlineData("دخلت كتائب التنشيبنة", "كتائب التنشيبنة", "tanasha", 2, "two edits in a long word")]
    [InlineData("ودارقوي أيضا", "دارقوي", "darqun", 1, "proclitics stay outside")]
    [InlineData("قيل لكتائب التناشبيانة", "كتائب التناشبيانة", "tanasha", 1, "a proclitic before a name whose second word is misspelt")]
    [InlineData("ذكروا فرزاد\nدارقوي", "دارقوي", "darqun", 1, "no name goes on after a line break")]
    [InlineData("قيل للمرشاقة", "المرشاقة", "marsha", 1, "an article in front of which a proclitic stands")]
    [InlineData("عاد دارقوني", "", "", 0, "a name itself")]
    [InlineData("قالت الزولانبة", "", "", 0, "adjectives of nationality are no names")]
    [InlineData("عاد قاني", "", "", 0, "a name whose condition does not hold")]
    public void A_look_alike_is_a_few_letters_from_a_name(string text, string surface, string entity, int distance, string why)
    {
        var found = Audits.Of(text).LookAlikes.Select(look => (look.Surface, look.Entity, look.Distance));
        Assert.True(found.SequenceEqual(surface.Length == 0 ? [] : [(surface, entity, distance)]), $"{why}: {string.Join(" · ", found)}");
    }

    [Fact]
    public void A_look_alike_is_listed_once_it_is_frequent_with_where_it_stands_first()
    {
        string[] texts = ["قيل ذلك. عاد دارقوي أمس.", "غادر دارقوي ثم عاد دارقوي وقال دارقويي"];
        var look = Assert.Single(Audits.Of(Audits.Names, MergeAudit.Frequent, texts).LookAlikes);
        Assert.Equal(("دارقوي", "دارقوني", 3, 2, "0", "عاد دارقوي أمس."),
            (look.Surface, look.Name, look.Count, look.Documents, look.Document, look.Example));
        Assert.Equal(2, Audits.Of(texts).LookAlikes.Count);
    }

    [Fact]
    public void Listed_spellings_and_ordinary_words_look_like_nothing() =>
        Assert.Empty(Audits.Of("قال الزولانيون إن الهيئة في المرشافة والصباح والمساء").LookAlikes);

    [Theory]
    [InlineData("", "", 0)]
    [InlineData("سليماني", "", 7)]
    [InlineData("قاسم", "قسام", 1)]
    [InlineData("قاسم", "قاسم", 0)]
    [InlineData("abc", "ca", 3)]
    public void Distance_counts_insertions_deletions_replacements_and_swaps(string left, string right, int distance)
    {
        Assert.Equal(distance, EditDistance.Between(left, right));
        Assert.Equal(distance, EditDistance.Between(right, left));
    }
}
