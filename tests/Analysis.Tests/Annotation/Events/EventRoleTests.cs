using Analysis.Tests.Corpora;

namespace Analysis.Tests.Annotation.Events;

/// <summary>Sentences with those who act, those acted upon and the place, in <c>roles.tsv</c>.</summary>
public sealed class EventRoleTests
{
    public static TheoryData<string, string, string, string, string> Cases()
    {
        var data = new TheoryData<string, string, string, string, string>();
        foreach (var line in File.ReadLines(Path.Combine(Repository.Root, "tests", "Analysis.Tests", "Annotation", "Events", "roles.tsv")))
        {
            if (line.StartsWith('#')) continue;
            var fields = line.Split('\t');
            data.Add(fields[0], fields[1], fields[2], fields[3], fields[4]);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Syntax_says_who_acts_upon_whom_and_where(string text, string actors, string targets, string place, string why)
    {
        var found = EventReading.Of(text)[0];
        var read = (string.Join(' ', found.Actors), string.Join(' ', found.Targets), found.Place);
        Assert.True(read == (actors.Trim('-'), targets.Trim('-'), place.Trim('-')), $"{why}: {read}");
    }

    [Theory]
    [InlineData("داهمت القوات الأمريكية مقرا في بغداد واعتقلت ثلاثة عناصر", "us-forces", "")]
    [InlineData("التقى ماكرون ميشال عون ودعا القوى إلى الهدوء", "emmanuel-macron", "")]
    [InlineData("التقى بايدن مصطفى الكاظمي، واتفق الجانبان على هدنة", "joe-biden mustafa-al-kadhimi", "")]
    [InlineData("التقى بايدن مصطفى الكاظمي، واتفقا على هدنة", "joe-biden mustafa-al-kadhimi", "")]
    [InlineData("التقى بايدن مصطفى الكاظمي ودعاه إلى الهدوء", "joe-biden", "mustafa-al-kadhimi")]
    [InlineData("هدد بايدن خليفة حفتر، متهما إياه بخرق الهدنة", "joe-biden", "khalifa-haftar")]
    [InlineData("ينفي إسماعيل هنية ذلك، ويتهم بنيامين نتنياهو بقتل الأسرى", "ismail-haniyeh", "benjamin-netanyahu")]
    [InlineData("زار خليفة حفتر موسكو. وهدده بايدن بالعقوبات", "joe-biden", "khalifa-haftar")]
    [InlineData("قال سيرغي لافروف إن الاجتماع مفيد، غير أنه أقر بأن الحوار لم يبدأ", "sergey-lavrov", "")]
    [InlineData("اتهمت واشنطن كتائب حزب الله بالقصف وهاجمتها بريطانيا", "uk", "kataib-hezbollah")]
    [InlineData("زار خليفة حفتر موسكو. ورد عليه بايدن بالقول إن القرار نهائي", "joe-biden", "khalifa-haftar")]
    [InlineData("زار خليفة حفتر موسكو. وفي طرابلس مقاتلوه قصفوا السفارة الأمريكية", "khalifa-haftar", "us-embassy-baghdad")]
    [InlineData("نفت الخارجية الإيرانية ذلك. واستدعت الوزارة القائم بالأعمال السويسري", "iranian-foreign-ministry", "switzerland")]
    [InlineData("سحب ترامب القوات وأعاد فرض عقوبات على إيران", "donald-trump", "iran")]
    [InlineData("غادر بايدن العاصمة بعد إعلان الحرس الثوري احتجاز ناقلة بريطانية", "irgc", "uk")]
    [InlineData("زار خليفة حفتر موسكو. وفي طرابلس قواته قصفت السفارة الأمريكية", "khalifa-haftar", "us-embassy-baghdad")]
    [InlineData("استقبل جو بايدن محمود عباس الذي طالبه بالتدخل", "mahmoud-abbas", "joe-biden")]
    [InlineData("أغارت طائرات أمريكية على مواقع لكتائب حزب الله، ما أودى بحياة 25 من عناصرها", "usa", "kataib-hezbollah")]
    [InlineData("وصل مايك بومبيو إلى جدة. فاجتمع بمحمد بن سلمان", "mike-pompeo", "mohammed-bin-salman")]
    [InlineData("أعلن الحشد الشعبي مقتل أربعة في القصف، متهما واشنطن بتنفيذه", "pmf", "usa")]
    [InlineData("قال أحمد المسماري إن الغارة قتلت مدنيين، متهما تركيا بتنفيذها", "ahmed-al-mismari", "turkey")]
    [InlineData("استقبل برهم صالح مايك بومبيو الذي اتهم إيران بالقصف", "mike-pompeo", "iran")]
    [InlineData("حذر حسن نصر الله من الفوضى، واتهم سفارات بتمويل الحراك", "hassan-nasrallah", "")]
    [InlineData("قصفت واشنطن مواقع قرب البوكمال، ما أدى إلى مقتل 22 شخصا", "usa", "")]
    [InlineData("قصفت واشنطن مقر كتائب حزب الله، ما أدى إلى مقتل 22 شخصا", "usa", "kataib-hezbollah")]
    [InlineData("زار قاسم سليماني بغداد. واتفق الوفدان العراقي والأمريكي على هدنة", "iraq usa", "")]
    [InlineData("وصل قاسم سليماني إلى بغداد بعد زيارته دمشق يوم الثلاثاء", "qasem-soleimani", "")]
    [InlineData("انتقد دونالد ترامب إيران بسبب هجومها على السعودية", "", "saudi-arabia")]
    [InlineData("زار بايدن بغداد. واجتمع السودان بمصر", "sudan", "egypt")]
    [InlineData("دان الحشد الشعبي القصف وأعلن مقتل أربعة", "", "")]
    [InlineData("هاجمت إيران قاعدة عين الأسد بعد مقتل قاسم سليماني", "", "qasem-soleimani")]
    [InlineData("زار قاسم سليماني بغداد وقتل على يد القوات الأمريكية", "us-forces", "")]
    public void What_goes_before_says_who_a_pronoun_a_dual_or_a_verb_alone_means(string text, string actors, string targets)
    {
        var found = EventReading.Of(text);
        Assert.Equal((2, actors, targets), (found.Count, string.Join(' ', found[^1].Actors), string.Join(' ', found[^1].Targets)));
    }
}
