namespace Analysis;

/// <summary>A passage that was looked for (the node) with the words before and after it.</summary>
/// <param name="Document">Id of the document.</param>
/// <param name="Published">Its publication date; null when it is not known.</param>
/// <param name="Sentence">0-based index of the sentence in which the node starts.</param>
/// <param name="Before">The text before the node, in one line.</param>
/// <param name="Node">The raw text of the node, in one line.</param>
/// <param name="After">The text after the node, in one line.</param>
/// <param name="Start">First UTF-16 code unit of the node.</param>
/// <param name="End">After its last UTF-16 code unit.</param>
public sealed record ConcordanceLine(
    string Document, DateOnly? Published, int Sentence, string Before, string Node, string After, int Start, int End);

/// <summary>The order of a concordance.</summary>
public enum ConcordanceOrder
{
    /// <summary>Documents as in the corpus, then text order.</summary>
    Text,

    /// <summary>The words before the node, nearest first.</summary>
    Before,

    /// <summary>The words after the node.</summary>
    After,

    /// <summary>Publication date; documents without one last.</summary>
    Date,
}

/// <summary>
/// The lines of a concordance (keyword in context, KWIC). A cell that ends in one shows them from right to left, aligned on the node;
/// <see cref="Lines"/> is the same as a data frame.
/// </summary>
public sealed class Concordance : IReadOnlyList<ConcordanceLine>, ITabular
{
    private readonly Lazy<DataFrame<ConcordanceLine>> _lines;
    private readonly Concordance _inTextOrder;

    /// <param name="count">Number of lines.</param>
    /// <param name="lines">The lines, made when they are asked for.</param>
    /// <param name="inTextOrder">The same lines in text order; default: they are.</param>
    internal Concordance(int count, IEnumerable<ConcordanceLine> lines, Concordance? inTextOrder = null)
    {
        (Count, _lines, _inTextOrder) = (count, new(() => lines.ToDataFrame()), inTextOrder ?? this);
    }

    /// <summary>The lines as a frame.</summary>
    public DataFrame<ConcordanceLine> Lines => _lines.Value;

    /// <summary>Number of lines.</summary>
    public int Count { get; }

    /// <summary>The line at a 0-based position.</summary>
    public ConcordanceLine this[int index] => Lines[index];

    /// <summary>The lines in another order; equal lines in text order.</summary>
    /// <param name="order">The order; texts are compared at <see cref="NormalizationLevel.Key"/>, by code unit.</param>
    public Concordance By(ConcordanceOrder order) => new(Count, order switch
    {
        ConcordanceOrder.Before => _inTextOrder.OrderBy(
            line => string.Join(' ', Key(line.Before).Split(' ', StringSplitOptions.RemoveEmptyEntries).Reverse()), StringComparer.Ordinal),
        ConcordanceOrder.After => _inTextOrder.OrderBy(line => Key(line.After).TrimStart(), StringComparer.Ordinal),
        ConcordanceOrder.Date => _inTextOrder.OrderBy(line => line.Published ?? DateOnly.MaxValue),
        _ => _inTextOrder,
    }, _inTextOrder);

    /// <summary>The view with another number of lines shown than 20.</summary>
    /// <param name="rows">Most lines that are shown.</param>
    public TableView Show(int rows) => ((ITabular)this).ToTable().Show(rows);

    /// <summary>The lines, in their order.</summary>
    public IEnumerator<ConcordanceLine> GetEnumerator() => Lines.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The shown lines as plain text.</summary>
    public override string ToString() => ((ITabular)this).ToTable().ToString();

    // Arabic runs from right to left, so what comes before a node stands to its right.
    TableView ITabular.ToTable() => new(
        [
            new("Document", false, row => Lines[row].Document),
            new("Published", false, row => Lines[row].Published),
            new("Before", false, row => Lines[row].Before) { Align = ColumnAlign.Left },
            new("Node", false, row => Lines[row].Node) { Align = ColumnAlign.Center },
            new("After", false, row => Lines[row].After) { Align = ColumnAlign.Right },
        ],
        Count)
    {
        Source = this,
    };

    // Letters and digits, so that quotation marks do not part equal words.
    private static string Key(string text) => string.Concat(
        Normalizer.Normalize(text, NormalizationLevel.Key).Where(letter => char.IsLetterOrDigit(letter) || letter == ' '));
}

/// <summary>Looks passages up.</summary>
public static class Concordances
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>
    /// All passages of one kind with their context, in text order. Exactly one of the first five arguments says what is looked for.
    /// </summary>
    /// <param name="corpus">The corpus.</param>
    /// <param name="entity">Id of an entity: all its mentions.</param>
    /// <param name="alias">A name: all mentions that are written so, compared at <see cref="NormalizationLevel.Key"/>.</param>
    /// <param name="word">A word or a sequence of words: all forms that differ in spelling, article, attached particles or pronouns
    /// only.</param>
    /// <param name="regex">A regular expression of .NET over the raw text of each document.</param>
    /// <param name="eventKind">A kind of event, such as <c>attack</c>: the clauses that report one.</param>
    /// <param name="context">Most words before and after the node, within its paragraph.</param>
    /// <exception cref="ArgumentException">None or several of the five are given, the expression is malformed, or there is no
    /// such kind of event.</exception>
    /// <exception cref="KeyNotFoundException">There is no such entity; the message names those that are nearest.</exception>
    /// <exception cref="RegexMatchTimeoutException">The expression takes more than five seconds to its next match.</exception>
    public static Concordance Concordance(
        this Corpus corpus, string? entity = null, string? alias = null, string? word = null, string? regex = null,
        string? eventKind = null, int context = 6)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(context);
        if (new[] { entity, alias, word, regex, eventKind }.Count(each => !string.IsNullOrWhiteSpace(each)) != 1)
            throw new ArgumentException(
                "one of entity, alias, word, regex and eventKind is expected, such as corpus.Concordance(entity: \"usa\")");
        (string Document, int Start, int End)[] spans =
        [
            .. !string.IsNullOrWhiteSpace(entity) ? MentionsOf(corpus, entity).Select(each => (each.Document, each.Start, each.End))
            : !string.IsNullOrWhiteSpace(alias) ? MentionsWritten(corpus, alias)
            : !string.IsNullOrWhiteSpace(word) ? WordForms(corpus, word)
            : !string.IsNullOrWhiteSpace(regex) ? Matches(corpus, regex)
            : EventsOf(corpus, eventKind!),
        ];
        return new(spans.Length, spans.GroupBy(span => span.Document).SelectMany(document =>
        {
            var lines = new ContextReader(corpus[document.Key], WordsOf(corpus, document.Key), context);
            return document.Select(span => lines.Read(span.Start, span.End));
        }));
    }

    // The first argument is an entity, and many have a word in mind.
    private static DataFrame<Mention> MentionsOf(Corpus corpus, string entity)
    {
        try
        {
            return corpus.MentionsOf(entity);
        }
        catch (KeyNotFoundException error) when (!Ascii.IsValid(entity))
        {
            throw new KeyNotFoundException($"{error.Message}; a word is found by corpus.Concordance(word: \"{entity}\")", error);
        }
    }

    private static Token[] WordsOf(Corpus corpus, string document) =>
        [.. corpus.TokensOf(document).Where(token => token.Kind != TokenKind.Symbol)];

    private static IEnumerable<(string Document, int Start, int End)> MentionsWritten(Corpus corpus, string alias)
    {
        var key = Key(alias);
        // Names repeat: each spelling is read once.
        var spellings = corpus.Mentions.Select(mention => mention.Surface).Distinct().Where(name => Key(name) == key).ToHashSet();
        return corpus.Mentions.Where(mention => spellings.Contains(mention.Surface))
            .Select(mention => (mention.Document, mention.Start, mention.End));
    }

    private static IEnumerable<(string Document, int Start, int End)> WordForms(Corpus corpus, string phrase)
    {
        var forms = phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(word => new WordFamily(word)).ToArray();
        foreach (var tokens in corpus.Texts.Select(document => WordsOf(corpus, document.Id)))
        {
            for (var first = 0; first + forms.Length <= tokens.Length; first++)
            {
                if (!forms[0].Contains(tokens[first])) continue;
                var last = tokens[first + forms.Length - 1];
                if (last.Sentence == tokens[first].Sentence
                    && forms.Index().All(form => form.Item.Contains(tokens[first + form.Index])))
                    yield return (last.Document, tokens[first].Start, last.End);
            }
        }
    }

    private static IEnumerable<(string Document, int Start, int End)> Matches(Corpus corpus, string pattern)
    {
        var regex = new Regex(pattern, RegexOptions.CultureInvariant, Patience);
        return from document in corpus.Documents
               from match in regex.Matches(document.Text)
               where match.Length > 0
               select (document.Id, match.Index, match.Index + match.Length);
    }

    private static IEnumerable<(string Document, int Start, int End)> EventsOf(Corpus corpus, string kind)
    {
        // A kind that the corpus does not report has no lines; one that there is not is a slip.
        var kinds = CommonLexicons.Shared.Events.Kinds;
        if (!kinds.Contains(kind)) throw new ArgumentException($"no kind of event '{kind}'; the kinds are {string.Join(", ", kinds)}");
        return corpus.Events.Where(each => each.Kind == kind).Select(each => (each.Document, each.Start, each.End));
    }

    private static string Key(string text) => Normalizer.Normalize(text.Trim(), NormalizationLevel.Key);
}
