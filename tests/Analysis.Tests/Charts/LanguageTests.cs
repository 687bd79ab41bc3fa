using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Analysis.Tests.Corpora;

namespace Analysis.Tests;

/// <summary>The texts of charts and reports in each language, and charts in Arabic.</summary>
public sealed partial class LanguageTests
{
    private static readonly string[] Codes = ["Goldstein", "PLOVER", "NPMI", "DP", "bootstrap"];

    private static readonly Lazy<string> Pages = new(() => string.Join('\n', Directory.EnumerateFiles(
        Path.Combine(Repository.Root, "src"), "*.html", SearchOption.AllDirectories).Select(File.ReadAllText)));

    private static readonly Lazy<string> Sources = new(() => string.Join('\n',
        new[] { "src", "notebooks", "corpus" }.SelectMany(
            folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.*", SearchOption.AllDirectories))
            .Where(file => Path.GetExtension(file) is ".cs" or ".html" or ".js" or ".ipynb" or ".csv"
                || Path.GetFileName(file) is "event-kinds.tsv" or "quality.tsv")
            .Select(File.ReadAllText)));

    /// <summary>The rules in quotation marks in the code, and what evidence for pairs has.</summary>
    private static IEnumerable<string> RuleIds => Regex.Matches(Sources.Value, @"""([a-z-]+)""").Select(found => found.Groups[1].Value)
        .Concat(Enum.GetNames<TextUnit>().Select(unit => $"same {unit}".ToLowerInvariant())).Distinct();

    public static TheoryData<string> Ids => [.. SampleFigures.All.Select(figure => figure.Id)];

    [Fact]
    public void Each_text_that_the_code_names_is_in_the_table_and_no_other()
    {
        foreach (Match named in NamedText().Matches(Sources.Value)) Assert.Contains(named.Groups[1].Value, LanguageTexts.Keys);
        // In code a text is named in quotation marks, in pages that are filled in braces, in other texts after the number of a place.
        var counted = LanguageTexts.Keys.Select(key => LanguageTexts.Of("en", key)).Concat(LanguageTexts.All.Select(each => each.Arabic))
            .SelectMany(text => Place().Matches(text)).Select(place => place.Groups[1].Value);
        Assert.All(LanguageTexts.Keys.Except(counted), key => Assert.True(
            Sources.Value.Contains($"\"{Regex.Replace(key, "-by$", "")}\"", StringComparison.Ordinal)
                || Pages.Value.Contains($"{{{key}}}", StringComparison.Ordinal) || key.StartsWith("page-", StringComparison.Ordinal)
                || RuleIds.Any(id => key == $"rule-{id.Replace(' ', '-')}"), key));
    }

    [Fact]
    public void Each_text_has_the_same_places_in_both_languages_and_the_forms_of_each()
    {
        foreach (var key in LanguageTexts.Keys)
        {
            var (english, arabic) = (LanguageTexts.Of("en", key), LanguageTexts.Of("ar", key));
            Assert.Equal(Places(english), Places(arabic));
            Assert.Contains((english.Split('|').Length, arabic.Split('|').Length), new[] { (1, 1), (2, 6) });
        }
        // What annotators wrote in English is left out.
        Assert.All(LanguageTexts.All.Where(phrase => !phrase.English.EndsWith(" — {2}", StringComparison.Ordinal)),
            phrase => Assert.Equal(Places(phrase.English), Places(phrase.Arabic)));
    }

    [Fact]
    public void Each_phrase_is_said_somewhere()
    {
        // Notebooks and code break long texts into parts.
        var joined = Regex.Replace(Regex.Replace(Sources.Value, """\\n",\s+"\s*""", " "), """\\?"\s*\+\s*\$?\\?" ?""", "");
        var said = Regex.Replace(joined.Replace("\\\"", "\"", StringComparison.Ordinal), @"\s+", " ");
        foreach (var (english, _) in LanguageTexts.All)
            foreach (var part in Regex.Split(english, @"\{\d}").Select(part => part.Trim()))
                Assert.True(said.Contains(part, StringComparison.OrdinalIgnoreCase), english);
    }

    [Theory, MemberData(nameof(Ids))]
    public void A_figure_in_Arabic_has_no_Latin_word_but_codes_and_those_of_its_data(string id)
    {
        var figure = SampleFigures.ById(id);
        var own = Words($"{figure.Title} {figure.Source} {figure.Caption} {string.Join(' ', figure.Data.Columns.SelectMany(column =>
            column.Cast<object?>().Append(column.Name)))} even as chance visit ISIS TEV").Concat(Codes).ToHashSet();
        var shown = Shown(JsonNode.Parse(figure.In(Language.Arabic).ToPlotlyJson())!).ToList();
        Assert.All(shown.SelectMany(Words), word => Assert.Contains(word, own));
        Assert.DoesNotContain(shown, text =>
            LanguageTexts.All.Any(phrase => phrase.English.Equals(text, StringComparison.OrdinalIgnoreCase)));
    }

    [Theory, MemberData(nameof(Ids))]
    public void A_figure_in_Arabic_has_the_numbers_of_the_English_one_and_becomes_it_again(string id)
    {
        var (figure, arabic) = (SampleFigures.ById(id), SampleFigures.ById(id).In(Language.Arabic));
        Assert.Equal(Numbers(figure), Numbers(arabic));
        Assert.Equal(figure.ToPlotlyJson(), arabic.In(Language.English).ToPlotlyJson());
        var digits = arabic.In(Language.ArabicWithArabicDigits);
        Assert.Equal(Language.ArabicWithArabicDigits.Digits(arabic.Alt), digits.Alt);
        Assert.DoesNotContain($"{digits.Data}", letter => letter is >= '\u0660' and <= '\u0669');

        static IEnumerable<string> Numbers(Figure of) =>
            of.Data.Columns.Where(column => column.Name is not ("Name" or "Meaning")).Select(column => $"{column}");
    }

    [Fact]
    public void Bars_in_Arabic_grow_from_the_right_and_months_do_not()
    {
        var bars = JsonNode.Parse(SampleFigures.Bar.In(Language.Arabic).ToPlotlyJson())!["layout"]!;
        Assert.True((double)bars["xaxis"]!["range"]![0]! > (double)bars["xaxis"]!["range"]![1]!);
        Assert.Equal("right", (string?)bars["yaxis"]!["side"]);
        var months = JsonNode.Parse(SampleFigures.Columns.In(Language.Arabic).ToPlotlyJson())!["layout"]!["xaxis"]!;
        Assert.True(string.CompareOrdinal((string?)months["range"]![0], (string?)months["range"]![1]) < 0);
        Assert.Contains("\u2067يناير", (string?)months["ticktext"]![0], StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_below_a_chart_in_Arabic_stand_at_the_right()
    {
        var figure = SampleFigures.Bar with { Caption = string.Join(' ', Enumerable.Repeat("كلمات عن الرسم", 30)) };
        var notes = JsonNode.Parse(figure.In(Language.Arabic).WithCaptionInside.ToPlotlyJson())!["layout"]!["annotations"]!.AsArray();
        var caption = Assert.Single(notes, note => ((string?)note!["text"])!.Contains("كلمات", StringComparison.Ordinal))!;
        Assert.Contains("<br>", (string?)caption["text"], StringComparison.Ordinal);
        Assert.Equal("right", (string?)caption["align"]);
    }

    [Theory]
    [InlineData(0, "لا مقالات"), InlineData(1, "مقال واحد"), InlineData(2, "مقالان"), InlineData(3, "3 مقالات")]
    [InlineData(11, "11 مقالًا"), InlineData(100, "100 مقال"), InlineData(103, "103 مقالات"), InlineData(111, "111 مقالًا")]
    public void Counts_have_the_form_of_their_number(int count, string expected) =>
        Assert.Equal(expected, Language.Arabic.Text("documents", count));

    [Theory]
    [InlineData("page-in", 8, 2, "8 مقاطع في مقالين"), InlineData("page-in", 2, 11, "مقطعان في 11 مقالًا")]
    [InlineData("page-in", 0, 0, "لا مقاطع في 0 مقال"), InlineData("page-in", 1, 1, "مقطع واحد في مقال واحد")]
    [InlineData("report-size", 2, 0, "شكلان ولا جداول")]
    public void Counts_stand_in_the_case_of_their_place(string key, int first, int second, string expected) =>
        Assert.Equal(expected, Language.Arabic.Text(key, first, second));

    [Theory]
    [InlineData("2020-01", "يناير 2020"), InlineData("2020-01-03", "3 يناير 2020"), InlineData("3 Jan 2020", "3 يناير 2020"),
        InlineData("Attack", "هجوم")]
    [InlineData("Date", "التاريخ"), InlineData("date", "تاريخ"), InlineData("DATE", "تاريخ"),
        InlineData("../2020-01-03", "بحلول 3 يناير 2020")]
    [InlineData("2020-01-03/2020-01-05", "من 3 يناير 2020 إلى 5 يناير 2020")]
    [InlineData("2020-01~", "نحو يناير 2020"), InlineData("2020-W13", "الأسبوع 13 من عام 2020")]
    [InlineData("2020-01/2020-03~", "من يناير 2020 إلى نحو مارس 2020")]
    [InlineData("1 of 2 reports name the day", "ذُكر اليوم في خبر واحد من أصل 2")]
    [InlineData("n = 5 documents, 2,109 words", "5 مقالات (2,109 كلمات)")]
    [InlineData("unknown words", "unknown words"), InlineData("قال إن", "قال إن")]
    public void What_is_English_is_said_in_Arabic_where_it_is_known(string english, string expected) =>
        Assert.Equal(expected, Language.Arabic.Say(english));

    [Theory]
    [InlineData("ar", "000; 001", "000؛ 001"), InlineData("ar", "iran; iraq", "إيران؛ العراق")]
    [InlineData("en", "iran; iraq", "Iran; Iraq"), InlineData("en", "000:0-185", "000:0-185")]
    [InlineData("en", "threat, ../2020-03-31 — Tehran answers; no date", "threat, until 31 Mar 2020 — Tehran answers; no date")]
    [InlineData("en", "attack, 2020-12-31~ [event:strike]", "attack, around 31 Dec 2020 [event:strike]")]
    [InlineData("ar", "attack, 2020-12-31~ [event:strike]", "هجوم، نحو 31 ديسمبر 2020 (القاعدة: حدث «هجوم»، بألفاظ مثل «أغار»)")]
    [InlineData("ar-u-nu-arab", "2020", "٢٠٢٠"), InlineData("ar-u-nu-arab", "000", "000")]
    [InlineData("ar", "event:strike", "حدث «هجوم»، بألفاظ مثل «أغار»"), InlineData("ar", "year", "year")]
    public void Cells_with_lists_and_dates_are_said_in_words(string language, string cell, string expected)
    {
        var corpus = Corpus.Open(Repository.Corpus).In(Language.Of(language));
        Assert.Equal(expected, corpus.Language.OfReport(corpus.EnglishNames(), new Dictionary<string, string>()).SayCell(cell));
        Assert.Equal(cell, Language.English.SayCell(cell));
    }

    [Theory]
    [InlineData("P3D", "3 days", "3 أيام"), InlineData("PXD", "some days", "عدة أيام")]
    [InlineData("P1Y6M", "1 year, 6 months", "سنة واحدة، 6 أشهر")]
    [InlineData("PT4H", "4 hours", "4 ساعات"), InlineData("PT30M", "30 minutes", "30 دقيقة")]
    [InlineData("PAST_REF", "the past", "الماضي، غير محدد"), InlineData("P", "P", "P"), InlineData("PDF", "PDF", "PDF")]
    public void Durations_are_said_in_words(string value, string english, string arabic)
    {
        Assert.Equal(english, Language.English.SayCell(value));
        Assert.Equal(arabic, Language.Arabic.SayCell(value));
    }

    [Theory]
    [InlineData("en", "event:arrive-arms", "event “deployment”, by words such as “وصل”")]
    [InlineData("ar", "event:arrive-arms", "حدث «نشر قوات»، بألفاظ مثل «وصل»")]
    [InlineData("ar", "weekday", "تعبير زمني مثل «مساء الاثنين»"), InlineData("ar", "same sentence", "في الجملة نفسها")]
    [InlineData("en", "surname-again", "surname of a person named before"), InlineData("ar", "event:own", "event:own")]
    [InlineData("ar-u-nu-arab", "year", "تعبير زمني مثل «عام ٢٠١٤»")]
    public void Rules_are_told_in_words(string language, string rule, string expected) =>
        Assert.Equal(expected, Language.Of(language).NameOf(rule));

    [Fact]
    public void A_sheet_is_told_in_the_language_of_its_report()
    {
        Assert.Equal("Sheet 2 of the report", new ReportSheet(2, []).ToString());
        Assert.Equal("الصفحة ٢ من التقرير", new ReportSheet(2, []) { Language = Language.ArabicWithArabicDigits }.ToString());
    }

    [Fact]
    public void Every_rule_of_the_annotator_has_words_in_every_language()
    {
        var rules = Enumerable.Select(["corpus", "tests/Analysis.Tests/HeldOut"],
                folder => Corpus.Open(Path.Combine(Repository.Root, folder)))
            .SelectMany(corpus => corpus.Mentions.Select(m => m.Rule)
            .Concat(corpus.Times.Select(t => t.Rule)).Concat(corpus.Events.Select(e => e.Rule))).ToHashSet();
        rules.ExceptWith(EventLexicon.RuleRowsBeside(Path.Combine(Repository.Corpus, "entities.tsv"))!.Select(row => $"event:{row[0]}"));
        Assert.All(rules, rule => Assert.NotEqual(rule, Language.English.NameOf(rule)));
        Assert.All(rules, rule => Assert.DoesNotMatch("[a-z]", Language.Arabic.NameOf(rule)));
    }

    [Fact]
    public void A_corpus_in_Arabic_shows_Arabic_names()
    {
        var corpus = Corpus.Open(Repository.Corpus).In(Language.Arabic);
        Assert.Equal("إيران", corpus.NameOf("iran"));
        Assert.Equal("5 مقالات، من 31 مارس 2020 إلى 3 يناير 2021", corpus.Extent);
        Assert.Equal("إيران: الاسم الأكثر ذكرًا", corpus.Language.Say("Iran is named most"));
        Assert.Equal("Iran", Corpus.Open(Repository.Corpus).NameOf("iran"));
    }

    [Fact]
    public void A_figure_whose_names_are_a_corpus_shows_them_in_every_language()
    {
        var corpus = Corpus.Open(Repository.Corpus);
        var figure = Figure.Bar(corpus.MentionsOf("iran").CountBy(m => m.Entity), "Iran is named most", name: corpus.NameOf);
        Assert.Equal("إيران: الاسم الأكثر ذكرًا", figure.In(Language.Arabic).Title);
        Assert.Contains("إيران", figure.In(Language.Arabic).Alt, StringComparison.Ordinal);
    }

    [Fact]
    public void Counts_in_texts_part_their_thousands()
    {
        Assert.Equal("71,781 documents", Language.English.Text("documents", 71_781));
        Assert.Equal("71,781 مقالًا", Language.Arabic.Text("documents", 71_781));
        Assert.Equal("3 Jan 2020", Language.English.Day(new DateOnly(2020, 1, 3)));
    }

    [Fact]
    public void Digits_are_those_of_the_language()
    {
        Assert.Equal("١٬٢٣٤٫٥ في ٣.", Language.Of("ar-u-nu-arab").Digits("1,234.5 في 3."));
        Assert.Equal("1,234.5", Language.Of("ar-IQ").Digits("1,234.5"));
        Assert.Equal("-٥٫٣ و-١٠ وكوفيد-١٩", Language.Of("ar-u-nu-arab").Digits("-5.3 و-10 وكوفيد-19"));
        Assert.Equal("w01، F1: ٩٥٪، 001:12-20، ٢٠٢٠", Language.Of("ar-u-nu-arab").Digits("w01، F1: 95٪، 001:12-20، 2020"));
        Assert.Equal("(003)، 003, ٠٫٠٥ و٠", Language.Of("ar-u-nu-arab").Digits("(003)، 003, 0.05 و0"));
        Assert.StartsWith("there are texts in the languages en and ar; found 'fr'",
            Assert.Throws<ArgumentException>(() => Language.Of("fr")).Message, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Places(string text) =>
        Place().Matches(text).Select(place => place.Value[..2]).Distinct().Order(StringComparer.Ordinal);

    private static IEnumerable<string> Words(string text) => LatinWord().Matches(Markup().Replace(text, " ")).Select(word => word.Value);

    private static IEnumerable<string> Shown(JsonNode? node, bool isShown = false) => node switch
    {
        JsonObject members => members.Where(member => member.Key is not ("config" or "id"))
            .SelectMany(member => Shown(member.Value,
                member.Key is "text" or "ticktext" or "name" or "hovertext" or "alt" or "caption" or "marks")),
        JsonArray items => items.SelectMany(item => Shown(item, isShown)),
        JsonValue value when isShown && value.TryGetValue<string>(out var text) => [text],
        _ => [],
    };

    [GeneratedRegex(@"(?:[Ll]anguage|Shown|ShownIn)\.Text\(""([a-z-]+)""")]
    private static partial Regex NamedText();

    [GeneratedRegex(@"\{\d(?::([a-z-]+)(?: genitive)?)?}")]
    private static partial Regex Place();

    [GeneratedRegex("[A-Za-z]{2,}")]
    private static partial Regex LatinWord();

    [GeneratedRegex("<[^<>]*>|&[a-z]+;")]
    private static partial Regex Markup();
}
