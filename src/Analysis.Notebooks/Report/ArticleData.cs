namespace Analysis.Notebooks;

/// <summary>Something that the annotator found in an article.</summary>
/// <param name="Layer"><c>Mentions</c>, <c>Times</c> or <c>Events</c>.</param>
/// <param name="Kind">Its type, or kind of event.</param>
/// <param name="Start">Start offset in the raw text, in UTF-16 code units.</param>
/// <param name="End">End offset, exclusive.</param>
/// <param name="Meaning">What it stands for: a name, a date, those who act.</param>
/// <param name="Rule">The rule that found it.</param>
internal sealed record ArticleMark(string Layer, string Kind, int Start, int End, string Meaning, string Rule);

/// <summary>
/// What the page on which articles are read shows, one for all: its script shows the article that its address names,
/// <c>article.html#003</c>, or a place in it, <c>article.html#003:12</c>.
/// </summary>
internal static class ArticleData
{
    /// <summary>
    /// What the page shows of an article: <see cref="PassageData.Of(Document, IEnumerable{Sentence}, ILookup{int, Token})"/>, with the
    /// kinds of marks (<c>[layer, kind]</c>), the words for meanings and rules, and <c>marks: [[start, end, kind, meaning, rule],
    /// …]</c>, whose last three are places in those lists. The kinds are those of all articles, so that each has one colour.
    /// </summary>
    public static object Of(Document document, IEnumerable<Sentence> sentences, ILookup<int, Token> words,
        IReadOnlyList<ArticleMark> marks, IReadOnlyList<(string Layer, string Kind)> kinds)
    {
        var told = marks.SelectMany(mark => new[] { mark.Meaning, mark.Rule }).Distinct().Index()
            .ToDictionary(each => each.Item, each => each.Index);
        var numbers = kinds.Index().ToDictionary(kind => kind.Item, kind => kind.Index);
        var data = PassageData.Of(document, sentences, words);
        data["kinds"] = kinds.Select(kind => new[] { kind.Layer, kind.Kind });
        data["words"] = told.Keys;
        data["marks"] = marks.OrderBy(mark => mark.Start).Select(mark => new[]
        {
            mark.Start, mark.End, numbers[(mark.Layer, mark.Kind)], told[mark.Meaning], told[mark.Rule],
        });
        return data;
    }

    /// <summary>The title; the id where there is none.</summary>
    public static string TitleOf(Document document) =>
        new[] { document.Title, document.TitleEnglish, document.Id }.First(name => name.Length > 0);

    /// <summary>The facts of an article in one line of markup.</summary>
    public static string FactsOf(Document document, Language language) => string.Join(" · ",
        new[] { document.Id, document.Outlet, language.Digits(language.Say(document.PublishedInterval)) }
        .Where(fact => fact.Length > 0).Select(fact => $"<bdi>{HtmlEncode(fact)}</bdi>"));
}
