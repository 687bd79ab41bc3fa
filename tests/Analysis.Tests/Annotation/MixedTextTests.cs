using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Analysis.Tests.Annotation.Mentions;
using Analysis.Tests.Corpora;

namespace Analysis.Tests.Annotation;

/// <summary>
/// What holds of the annotations of any text: sentences of the articles with words dropped, glued, and replaced by what the lexicons and
/// the gazetteer hold, so that rules meet where no one foresaw it.
/// </summary>
public sealed partial class MixedTextTests
{
    private const int TextCount = 1500;
    private const string Marks = "،.-/:\"»«()؛؟";
    private const string Proclitics = "وفبلكس";

    [Fact]
    public void Whatever_a_text_mixes_its_annotations_are_well_formed_and_do_not_depend_on_the_texts_before()
    {
        var sources = Directory.GetFiles(Path.Combine(Repository.Corpus, "articles"), "*.txt")
            .Concat(Directory.GetFiles(Repository.Development, "*.txt"));
        var lines = sources.Order(StringComparer.Ordinal).SelectMany(File.ReadAllLines).Where(line => line.Trim().Length > 0).ToArray();
        var phrases = Directory.GetFiles(Path.Combine(Repository.Root, "src", "Analysis.Annotation", "Languages", "Arabic"), "*.tsv")
            .Append(Path.Combine(Repository.Corpus, "entities.tsv"))
            .Order(StringComparer.Ordinal).SelectMany(file => Phrase().Matches(File.ReadAllText(file)).Select(match => match.Value))
                .ToArray();
        var random = new Random(1);
        var annotator = Annotators.Project;
        for (var number = 0; number < TextCount; number++)
        {
            var text = string.Join('\n', Enumerable.Range(0, random.Next(1, 8))
                .Select(_ => Mix(random, random.GetItems(lines, 1)[0], phrases)));
            var document = new Document("t", text, number % 3 == 0 ? null : new DateOnly(2020, 1 + (number % 12), 1 + (number % 28)));
            var annotations = Finish(() => annotator.Annotate(document), text);
            AssertWellFormed(text, annotations);
            if (number % 10 == 0) Assert.Equal(Lines(annotations), Lines(Anew(annotator, document)));
        }
    }

    [Theory]
    [InlineData("ومطار كربلاء الوزير أندرو نفقموريسون طهران", "a capital is judged behind a name that took the place of others")]
    [InlineData("الجماعة ومسؤول\" أوسطمن بغداد. اليوم»، أوفد", "a clause that begins inside a name")]
    [InlineData("البرلمان", "a body whose noun is the last word")]
    public void Texts_on_which_rules_met(string text, string why) =>
        AssertWellFormed(text, Finish(() =>
            Annotators.Project.Annotate(new Document("t", text, new DateOnly(2020, 4, 1))), $"{why}: {text}"));

    [Fact]
    public void Presentation_forms_are_annotated_as_the_letters_that_they_show()
    {
        const string Shown = "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي";
        const string Formed = "ﺀﺁﺃﺅﺇﺉﺍﺏﺓﺕﺙﺝﺡﺥﺩﺫﺭﺯﺱﺵﺹﺽﻁﻅﻉﻍﻑﻕﻙﻝﻡﻥﻩﻭﻯﻱ";
        foreach (var file in Directory.GetFiles(Path.Combine(Repository.Corpus, "articles"), "*.txt"))
        {
            var document = new Document("t", File.ReadAllText(file), new DateOnly(2020, 4, 1));
            var text = document.Text;
            foreach (var (letter, form) in Shown.Zip(Formed)) text = text.Replace(letter, form);
            var (plain, formed) = (Annotators.Project.Annotate(document), Annotators.Project.Annotate(document with { Text = text }));
            Assert.All(formed.Mentions, mention => Assert.Equal(text[mention.Start..mention.End], mention.Surface));
            Assert.Equal(Lines(Unread(plain)), Lines(Unread(formed)));
        }
    }

    private static DocumentAnnotations Unread(DocumentAnnotations annotations) => annotations with
    {
        Mentions = [.. annotations.Mentions.Select(mention => mention with { Surface = "" })],
        Times = [.. annotations.Times.Select(time => time with { Surface = "" })],
    };

    // By what has read no text before.
    private static DocumentAnnotations Anew(Annotator annotator, Document document)
    {
        var draft = new Draft(annotator.Vocabulary);
        annotator.Annotate(document, draft, AnnotationKinds.All);
        return DocumentAnnotations.Of(draft, annotator.Gazetteer, AnnotationKinds.All);
    }

    [Fact]
    public void Annotations_are_the_same_after_more_words_than_the_annotator_remembers()
    {
        var (annotator, draft) = (Annotators.Project, new Draft(Annotators.Project.Vocabulary));
        var document = new Document("t", File.ReadAllText(Directory.GetFiles(Path.Combine(Repository.Corpus, "articles"), "*.txt")[0]),
            new DateOnly(2021, 1, 3));
        var words = Enumerable.Range(0, 300_000)
            .Select(number => string.Concat(number.ToString(CultureInfo.InvariantCulture).Select(digit => (char)('ب' + digit - '0'))));
        var before = Annotated(document);
        _ = Annotated(new Document("w", string.Join(' ', words)));
        Assert.Equal(before, Annotated(document));
        Assert.Equal(before, Lines(Anew(annotator, document)));

        string Annotated(Document each)
        {
            annotator.Annotate(each, draft, AnnotationKinds.All);
            return Lines(DocumentAnnotations.Of(draft, annotator.Gazetteer, AnnotationKinds.All));
        }
    }

    [Fact]
    public void A_text_in_ligatures_or_with_signs_on_its_letters_says_the_same()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(Repository.Corpus, "articles"), "*.txt")
            .Concat(Directory.GetFiles(Repository.Development, "*.txt")))
        {
            var text = File.ReadAllText(file);
            var plain = Said(text);
            Assert.Equal(plain, Said(text.Replace("لا", "\uFEFB", StringComparison.Ordinal)
                .Replace("لأ", "\uFEF7", StringComparison.Ordinal).Replace("لإ", "\uFEF9", StringComparison.Ordinal)
                    .Replace("الله", "\uFDF2", StringComparison.Ordinal)));
            Assert.Equal(plain, Said(text.Replace("ة", "ة\u064F", StringComparison.Ordinal)
                .Replace("ع", "\u0640ع", StringComparison.Ordinal)));
        }
    }

    private static string Said(string text)
    {
        var annotations = Annotators.Project.Annotate(new Document("t", text, new DateOnly(2021, 1, 3)));
        return string.Join('\n', annotations.Mentions.Select(mention => $"{mention.Type} {mention.Entity} {mention.Metonym}")
            .Concat(annotations.Times.Select(time => time.Value))
                .Concat(annotations.Events.Select(found => $"{found.Kind} {found.Date} {found.Place}")));
    }

    private static string Mix(Random random, string line, string[] phrases)
    {
        var words = new List<string>();
        foreach (var word in line.Split(' '))
        {
            var turn = random.Next(200);
            if (turn < 6) continue;
            if (turn < 20) words.Add(random.GetItems(phrases, 1)[0]);
            words.Add(turn switch
            {
                20 or 21 when words.Count > 0 => Glue(words, word),
                >= 22 and < 26 => random.GetItems(Proclitics.AsSpan(), 1)[0] + word,
                >= 26 and < 29 => word + random.GetItems(Marks.AsSpan(), 1)[0],
                29 or 30 => $"{random.Next(2031)}",
                31 => word[..random.Next(word.Length)],
                _ => word,
            });
        }

        return string.Join(' ', words);
    }

    private static string Glue(List<string> words, string word)
    {
        var glued = words[^1] + word;
        words.RemoveAt(words.Count - 1);
        return glued;
    }

    // A rule that doesn't come to an end would end no test run either.
    private static DocumentAnnotations Finish(Func<DocumentAnnotations> annotate, string text)
    {
        var work = Task.Run(annotate, TestContext.Current.CancellationToken);
        Assert.True(((IAsyncResult)work).AsyncWaitHandle.WaitOne(TimeSpan.FromSeconds(30)), $"not done after 30 seconds: {text}");
        return work.GetAwaiter().GetResult();
    }

    private static void AssertWellFormed(string text, DocumentAnnotations annotations)
    {
        AssertInOrder(text, [.. annotations.Mentions.Select(mention => (mention.Start, mention.End, mention.Surface))]);
        AssertInOrder(text, [.. annotations.Times.Select(time => (time.Start, time.End, time.Surface))]);
        Assert.All(annotations.Times, time => Assert.True(time.Value.Length > 0, text));
        Assert.All(annotations.Events, found => Assert.True(found.Start >= 0 && found.Start < found.End && found.End <= text.Length, text));
    }

    private static void AssertInOrder(string text, (int Start, int End, string Text)[] spans)
    {
        var free = 0;
        foreach (var (start, end, covered) in spans)
        {
            Assert.True(start >= free && end > start && end <= text.Length, $"{start}..{end} in: {text}");
            Assert.Equal(text[start..end], covered);
            free = end;
        }
    }

    private static string Lines(DocumentAnnotations annotations) =>
        Encoding.UTF8.GetString(AnnotationLines.Of(annotations, AnnotationKinds.All));

    [GeneratedRegex(@"[\u0621-\u0652\u06A9-\u06D2]+(?: [\u0621-\u0652\u06A9-\u06D2]+){0,3}")]
    private static partial Regex Phrase();
}
