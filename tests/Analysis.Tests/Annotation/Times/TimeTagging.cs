using System.Globalization;

namespace Analysis.Tests.Annotation.Times;

/// <summary>Tags texts as the tests give them: a document's date, empty for none, and a text.</summary>
internal sealed class TimeTagging
{
    private readonly TimeTagger _tagger;
    private readonly Draft _draft;

    public TimeTagging()
    {
        var vocabulary = new Vocabulary();
        _tagger = new TimeTagger(vocabulary);
        vocabulary.Close();
        _draft = new Draft(vocabulary);
    }

    public IReadOnlyList<TimeMark> Tag(string date, string text)
    {
        _draft.Begin(new Document("test", text, date.Length == 0 ? null
            : DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture)));
        _tagger.Find(_draft);
        return [.. _draft.Times];
    }

    /// <summary>What was found, in one line: <c>surface=TYPE value anchor</c>, divided by <c> | </c>.</summary>
    public string Describe(string date, string text) =>
        string.Join(" | ", Tag(date, text).Select(mark => $"{text[mark.Start..mark.End]}={mark.Type} {mark.Value} {mark.Anchor}"));
}
