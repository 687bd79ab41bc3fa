using Analysis.Tests.Annotation.Mentions;
using Analysis.Tests.Corpora;

namespace Analysis.Tests.Annotation;

/// <summary>Whether a text is taken for news, and what follows from it.</summary>
public sealed class NewsTests
{
    private const string Match = "سجل المهاجم هدفا في مرمى المنتخب العراقي. هاجم لاعبون الحكم بعد المباراة. "
        + "فاز الفريق بالكأس في الملعب. هنأ المدرب اللاعبين.";

    [Theory]
    [InlineData("هاجم مسلحون قاعدة عين الأسد يوم الاثنين. قتل جندي أمريكي. أدان البنتاغون الهجوم.", null)]
    [InlineData("يخلط الطحين بالماء. يترك العجين ساعة. يخبز في الفرن.", "no name of a person, body or place")]
    [InlineData("يخلط الطحين بالماء. يخبز في الفرن.", null)]
    [InlineData("", null)]
    public void A_text_is_news_unless_it_names_and_dates_nobody(string text, string? reason)
    {
        var annotations = Annotators.Project.Annotate(new Document("a", text, new DateOnly(2020, 4, 1)));
        Assert.Equal((reason is null, reason), (annotations.IsNews, annotations.NoNewsReason));
    }

    public static TheoryData<string, bool> Sports() => new(File
        .ReadLines(Path.Combine(Repository.Root, "tests", "Analysis.Tests", "Annotation", "news.tsv"))
        .Where(line => line[0] != '#').Select(line => line.Split('\t')).Select(fields => (fields[0], fields[1] == "news")));

    [Theory]
    [MemberData(nameof(Sports))]
    public void A_match_report_is_no_news_but_a_minister_with_a_team_is(string text, bool isNews) =>
        Assert.Equal(isNews, Annotators.Project.Annotate(new Document("a", text, new DateOnly(2021, 12, 31))).IsNews);

    [Fact]
    public void A_match_report_is_no_news_and_the_words_are_named()
    {
        var annotations = Annotators.Project.Annotate(new Document("a", Match));
        Assert.Matches(@"^\d+ words of sports, recipes, laws, poems and the like \(\S+, \S+, \S+\), 0 names, dates and events$",
            annotations.NoNewsReason);
        Assert.Contains("المهاجم", annotations.NoNewsReason, StringComparison.Ordinal);
        Assert.Empty(annotations.Events);
        Assert.NotEmpty(annotations.Mentions);
    }

    [Fact]
    public void An_annotator_of_any_text_reads_events_there_too_and_still_says_that_it_is_no_news()
    {
        var text = Match + " قتل جندي في كركوك.";
        Assert.Empty(Annotators.Project.Annotate(new Document("a", text)).Events);
        var annotations = Annotator.Create(Annotators.Project.Gazetteer, anyText: true).Annotate(new Document("a", text));
        Assert.False(annotations.IsNews);
        Assert.Contains(annotations.Events, found => found.Kind == "killing");
    }
}
