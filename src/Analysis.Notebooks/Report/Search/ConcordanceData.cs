namespace Analysis.Notebooks;

/// <summary>A concordance as the data that <c>concordance.js</c> shows.</summary>
internal static class ConcordanceData
{
    /// <summary>
    /// <c>{ documents: { id: [name, outlet, date, language] }, lines: [[id, place, before, node, after], …] }</c>; the place is where the
    /// sentence of the node starts, in the article of that name.
    /// </summary>
    /// <param name="corpus">The corpus.</param>
    /// <param name="concordance">The concordance, in its order.</param>
    /// <param name="name">Name of a document's files by its id; null where the corpus lacks it.</param>
    public static object Of(Corpus corpus, IEnumerable<ConcordanceLine> concordance, Func<string, string?> name)
    {
        var lines = concordance.ToList();
        var named = lines.Select(line => line.Document).Distinct()
            .Select(id => (Id: id, Name: name(id))).Where(each => each.Name is not null).ToDictionary(each => each.Id, each => each.Name);
        return new
        {
            documents = named.ToDictionary(each => each.Key, each => DocumentOf(corpus[each.Key], each.Value!)),
            lines = lines.Where(line => named.ContainsKey(line.Document)).Select(line => new object[]
            {
                line.Document, corpus.SentenceAt(line.Document, line.Start)?.Start ?? line.Start, line.Before, line.Node, line.After,
            }),
        };
    }

    private static string[] DocumentOf(Document document, string name) =>
        [name, document.Outlet, InvariantText.Format(document.Published) ?? "", document.Language];
}
