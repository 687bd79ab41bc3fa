namespace Analysis;

/// <summary>
/// The annotations of one document while they are made: its tokens and sentences, then the results of each annotator in turn. Annotations
/// are held as numbers to keep allocation low on large corpora; the annotator converts them to the public records. A draft is reused for
/// one document after another, by one thread of one annotator.
/// </summary>
internal sealed class Draft(Vocabulary vocabulary)
{
    public Document Document { get; private set; } = new("", "");

    public TokenStream Tokens { get; } = new(vocabulary);

    /// <summary>What reads the draft's times, kept for the next document; null until times are asked for.</summary>
    public TimeMatcher? TimeMatcher { get; set; }

    /// <summary>What reads the draft's events, kept for the next document; null until events are asked for.</summary>
    public EventReader? EventReader { get; set; }

    public List<SentenceMark> Sentences { get; private set; } = [];

    /// <summary>The mentions, indexed by token.</summary>
    public MentionBoard Board { get; } = new();

    /// <summary>Short names of the document's persons, by form.</summary>
    public Dictionary<int, ShortName> ShortNames { get; } = [];

    /// <summary>Mentions in text order; none overlaps another.</summary>
    public List<MentionMark> Mentions { get; } = [];

    /// <summary>A mention; the reference is valid until a mention is added or removed.</summary>
    public ref readonly MentionMark Mention(int index) => ref CollectionsMarshal.AsSpan(Mentions)[index];

    /// <summary>Time expressions in text order; none overlaps another.</summary>
    public List<TimeMark> Times { get; } = [];

    /// <summary>A time expression; the reference is valid until one is added or removed.</summary>
    public ref readonly TimeMark Time(int index) => ref CollectionsMarshal.AsSpan(Times)[index];

    /// <summary>Events in text order.</summary>
    public List<Event> Events { get; } = [];

    /// <summary>Why the text is no news; null if it is, or if events were not asked for.</summary>
    public string? NoNewsReason { get; set; }

    /// <summary>The sentence that contains a token; it is searched from a sentence at or before it.</summary>
    public int SentenceOf(int token, int from)
    {
        while (token >= Sentences[from].EndToken) from++;
        return from;
    }

    /// <summary>Begins a document: reads its tokens and sentences and clears all annotations.</summary>
    public void Begin(Document document)
    {
        Document = document;
        Mentions.Clear();
        Times.Clear();
        Events.Clear();
        NoNewsReason = null;
        if (Tokens.Read(document.Text)) EventReader = null;
        Sentences = new SentenceSplitter(Tokens).Split(document.Title);
    }
}

/// <summary>A mention in a <see cref="Draft"/>.</summary>
/// <param name="FirstToken">Token in which it begins.</param>
/// <param name="EndToken">Token after the one in which it ends.</param>
/// <param name="Start">Start offset in UTF-16 code units; inside the first token if a proclitic precedes the name.</param>
/// <param name="End">End offset, exclusive; inside the last token if another word is attached to the name.</param>
/// <param name="Entity">Index in <see cref="Gazetteer.Entities"/>; −1 for a name that is not in the gazetteer.</param>
/// <param name="Type">Entity type.</param>
/// <param name="Metonym">For capitals, whether the name stands for the government; null for every other type.</param>
/// <param name="Rule">The rule that made the mention.</param>
internal readonly record struct MentionMark(
    int FirstToken, int EndToken, int Start, int End, int Entity, EntityType Type, bool? Metonym, string Rule);

/// <summary>A time expression in a <see cref="Draft"/>.</summary>
/// <param name="FirstToken">Token in which it begins.</param>
/// <param name="EndToken">Token after the one in which it ends.</param>
/// <param name="Start">Start offset in UTF-16 code units.</param>
/// <param name="End">End offset, exclusive.</param>
/// <param name="Type"><c>DATE</c>, <c>DURATION</c> or <c>SET</c>.</param>
/// <param name="Value">EDTF / ISO 8601 value or a <c>*_REF</c>.</param>
/// <param name="Anchor"><c>absolute</c>, <c>dct</c>, <c>narrative</c> or <c>none</c>.</param>
/// <param name="Rule">The grammar rule that made the time expression.</param>
internal readonly record struct TimeMark(
    int FirstToken, int EndToken, int Start, int End, string Type, string Value, string Anchor, string Rule)
{
    /// <summary>Whether it is a date, not a duration or a set.</summary>
    public bool IsDate => Type == "DATE" && Value.Length > 0;

    /// <summary>Whether it says only past, present or future.</summary>
    public bool IsReference => Value.EndsWith("_REF", StringComparison.Ordinal);
}
