namespace Analysis.Tests.Annotation.Events;

/// <summary>Happenings that everybody can date, in <c>event-landmarks.tsv</c>.</summary>
public sealed class EventLandmarkTests
{
    private static readonly Dictionary<string, LexiconRow> Rows = Lexicon
        .Read("event-landmarks.tsv", "id", "kind", "entity", "rule", "date", "source")
        .ToDictionary(row => row[0], StringComparer.Ordinal);

    public static TheoryData<string> Landmarks() => new(Rows.Keys);

    [Theory]
    [MemberData(nameof(Landmarks))]
    public void Every_landmark_without_a_date_stands_at_its_month(string landmark) =>
        Assert.Equal((Rows[landmark][4][..7] + "~", "narrative"), Date(landmark, days: 400));

    [Theory]
    [MemberData(nameof(Landmarks))]
    public void A_document_before_a_landmark_tells_of_something_else(string landmark) =>
        Assert.NotEqual(Rows[landmark][4][..7] + "~", Date(landmark, days: -400).Date);

    [Fact]
    public void What_happened_right_behind_a_landmark_stands_at_its_month_and_the_landmark_is_no_report()
    {
        var attack = Assert.Single(EventReading.Of("عقب اغتيال قاسم سليماني، قصفت إيران قوات أمريكية في العراق"));
        Assert.Equal(("attack", "2020-01~", "narrative"), (attack.Kind, attack.Date, attack.DateBasis));
    }

    [Fact]
    public void An_anniversary_of_a_landmark_dates_nothing()
    {
        var attack = EventReading.Of("في ذكرى اغتيال قاسم سليماني، قصفت إيران قوات أمريكية في العراق").Single(found => found.Kind == "attack");
        Assert.Equal("2021-12-31~", attack.Date);
    }

    [Theory]
    [InlineData("أرسل الكاظمي وفدا إلى طهران يوم الثلاثاء.\nكما سلم الوفد رسالة قال فيها إن الحرب انتهت.", "2021-12-28")]
    [InlineData("أرسل الكاظمي وفدا إلى طهران يوم الثلاثاء.\nسلم الوفد رسالة قال فيها إن الحرب انتهت.", "2021-12-31~")]
    [InlineData("ذكرت السفارة الأمريكية يوم الاثنين أن الوضع مستقر.\nوقال جندي هناك إن الوضع صعب.", "2021-12-27")]
    [InlineData("ذكرت السفارة الأمريكية يوم الاثنين أن الوضع مستقر.\nوقال مصطفى الكاظمي إن الوضع صعب.", "2021-12-31~")]
    public void A_sentence_that_goes_on_with_the_one_before_stands_at_its_date(string text, string date) =>
        Assert.Equal(date, EventReading.Of(text)[^1].Date);

    private static (string Date, string Basis) Date(string landmark, int days)
    {
        var row = Rows[landmark];
        var name = EventReading.Gazetteer.Find(row[2])!.NameArabic;
        var text = (row[1], row[3]) switch
        {
            ("killing", _) => $"لم ينس أحد مقتل {name}",
            (_, "storm") => $"اقتحم مسلحون {name}",
            _ => $"هاجم مسلحون {name}",
        };
        var published = DateOnly.ParseExact(row[4], "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture).AddDays(days);
        var found = EventReading.Of(new Document("t", text, published)).First(found => found.Kind == row[1]);
        return (found.Date, found.DateBasis);
    }
}
