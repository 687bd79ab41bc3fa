using Analysis.Tests.Corpora;

namespace Analysis.Tests.Annotation.Events;

/// <summary>Sentences with the kind of event that they report, in <c>cases.tsv</c>, and what an event is made of.</summary>
public sealed class EventCaseTests
{
    public static TheoryData<string, string, string> Cases()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var line in File.ReadLines(Path.Combine(Repository.Root, "tests", "Analysis.Tests", "Annotation", "Events", "cases.tsv")))
        {
            if (line.StartsWith('#')) continue;
            var fields = line.Split('\t');
            data.Add(fields[0], fields[1], fields[2]);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_sentence_reports_an_event_of_its_kind(string text, string kind, string why)
    {
        var kinds = EventReading.Of(text).Select(found => found.Kind).ToList();
        if (kind == "-") Assert.True(kinds.Count == 0, $"{why}: {string.Join(' ', kinds)}");
        else if (kind[0] == '!') Assert.DoesNotContain(kind[1..], kinds);
        else Assert.Contains(kind, kinds);
    }

    [Fact]
    public void The_span_is_the_clause_without_a_joining_letter_or_end_mark()
    {
        const string text = "وزار قأني بغداد يوم الثلاثاء.";
        var visit = Assert.Single(EventReading.Of(text));
        Assert.Equal("زار قأني بغداد يوم الثلاثاء", text[visit.Start..visit.End]);
    }

    [Fact]
    public void The_items_of_a_chronology_give_their_dates_to_all_their_events() => Assert.Equal(
        ["2019-12-27", "2019-12-27", "2020-01-05"],
        EventReading.Of("- 27 ديسمبر 2019: سقطت صواريخ على قاعدة كي وان. وواشنطن تتهم كتائب حزب الله.\n- 5 يناير: صوت البرلمان على القرار.")
            .Select(found => found.Date));

    [Fact]
    public void Roles_and_place_come_from_the_mentions_of_the_clause()
    {
        var visit = Assert.Single(EventReading.Of("زار إسماعيل قاآني بغداد يوم الثلاثاء"));
        Assert.Equal(("visit", "042", 1.9, "CONSULT"), (visit.Kind, visit.Cameo, visit.Goldstein, visit.Plover));
        Assert.Equal(["esmail-qaani"], visit.Actors);
        Assert.Equal("baghdad", visit.Place);
    }

    [Theory]
    [InlineData("زار الوزير بغداد يوم الثلاثاء", "2021-12-28", "dct")]
    [InlineData("قصف الجيش القاعدة في 3 يناير 2020", "2020-01-03", "stated")]
    [InlineData("في أكتوبر، قصف الجيش القاعدة", "2021-10", "dct")]
    [InlineData("هدد القائد بإغلاق المضيق", "2021-12-31~", "dct")]
    [InlineData("قتل شخص. وأصيب 29 آخرون مساء الاثنين 12 آب 2019", "2021-12-31~", "dct")]
    [InlineData("وكان الوزير قد زار العاصمة", "../2021-12-31", "background")]
    [InlineData("طلبت إيران من العراق سحب القوات قبل 15 يناير 2022", "2021-12-31~", "dct")]
    [InlineData("طالب الكاظمي الفصائل يوم الأحد بالهدوء قبل 15 يناير 2022", "2021-12-26", "dct")]
    [InlineData("رفض الكاظمي الدعوات إلى إجراء انتخابات مبكرة في فبراير المقبل", "2021-12-31~", "dct")]
    [InlineData("أعلنت واشنطن عن سحب قواتها في مارس المقبل", "2022-03", "dct")]
    [InlineData("قتل 500 شخص في العراق منذ اندلاع الحرب في أكتوبر 2019", "2019-10-01~/2021-12-31", "stated")]
    [InlineData("سيزور الكاظمي طهران", "2021-12-31/..", "dct")]
    [InlineData("ومن المقرر أن يزور الكاظمي طهران", "2021-12-31/..", "dct")]
    public void An_event_is_dated_by_its_clause_or_by_how_it_is_told(string text, string date, string basis)
    {
        var found = Assert.Single(EventReading.Of(text));
        Assert.Equal((date, basis), (found.Date, found.DateBasis));
    }

    [Theory]
    [InlineData("للصحيفة", "2021-12-27")]
    [InlineData("لموقع الويب", "2021-12-27")]
    [InlineData("لقناة «الجزيرة»", "2021-12-31~")]
    [InlineData("", "2021-12-31~")]
    public void What_the_paper_just_named_is_told_has_the_date_of_its_report(string listener, string date)
    {
        var found = EventReading.Of($"ذكرت صحيفة الغد يوم الاثنين أن الوزير سيستقيل.\nوقال جندي {listener}: «نريد أن نعود إلى بيوتنا».");
        Assert.Equal(date, found[^1].Date);
    }

    [Theory]
    [InlineData("جاء ذلك بعد إعلان ترامب خفض عدد القوات", "withdrawal", "donald-trump")]
    [InlineData("جاء ذلك بعد إعلان ترامب خروج المحتجين إلى الشوارع", "statement", "donald-trump")]
    [InlineData("جاء ذلك بعد إعلان الجيش الأمريكي مقتل جنديين في أربيل", "killing", "")]
    public void A_noun_of_announcing_reports_what_is_announced(string text, string kind, string actor)
    {
        var found = Assert.Single(EventReading.Of(text));
        Assert.Equal((kind, actor), (found.Kind, string.Join(' ', found.Actors)));
    }

    [Fact]
    public void A_clause_without_a_date_stands_at_the_date_of_the_clause_before_it()
    {
        var events = EventReading.Of("زار الوزير طهران يوم الأحد والتقى حسن روحاني");
        Assert.Equal(["visit 2021-12-26", "meeting 2021-12-26"], events.Select(found => $"{found.Kind} {found.Date}"));
    }

    [Fact]
    public void A_term_that_still_runs_is_that_of_what_is_demanded()
    {
        var found = EventReading.Of(new Document("t", "دعا الكاظمي الأطراف إلى الهدوء خلال شهر مارس", new DateOnly(2021, 3, 17)));
        Assert.Equal("2021-03-17~", Assert.Single(found).Date);
    }

    [Theory]
    [InlineData("أعلنت حماس أن الحركة أطلقت سراح رهينتين قبل يومين. وطالبت واشنطن الطرفين بالهدوء", "other 2021-12-29, demand 2021-12-31~")]
    public void Events_of_a_text_have_their_own_dates(string text, string dated) =>
        Assert.Equal(dated, string.Join(", ", EventReading.Of(text).Select(found => $"{found.Kind} {found.Date}")));

    [Fact]
    public void A_deed_without_a_name_repeats_no_other()
    {
        const string text = "قتل خمسة عمال في كركوك. وقال القائد إن قواته قتلت اثنين من المنفذين قرب مكان الهجوم بعد مطاردة طويلة";
        Assert.Equal(["killing", "killing"], EventReading.Of(text).Select(found => found.Kind));
    }

    [Fact]
    public void Without_a_document_date_only_the_text_dates_an_event()
    {
        var events = EventReading.Of(new Document("t", "هدد القائد بإغلاق المضيق. قصف الجيش القاعدة في 3 يناير 2020."));
        Assert.Equal([("", "none"), ("2020-01-03", "stated")], events.Select(found => (found.Date, found.DateBasis)));
    }

    [Fact]
    public void A_title_reports_nothing_that_the_text_does_not() =>
        Assert.Single(EventReading.Of(new Document(
            "t", "قأني يزور بغداد\nزار قأني بغداد يوم الثلاثاء.", new DateOnly(2020, 3, 31), Title: "قأني يزور بغداد")));
}
