using System.Runtime.InteropServices;

namespace Analysis;

/// <summary>
/// The annotations of one document while they are made: its tokens and sentences, then what each annotator adds in turn. Held as
/// numbers, so that a pass over a large corpus allocates little; the annotator turns it into the public records. A draft is
/// used again for the next document, by one thread.
/// </summary>
internal sealed class Draft(Vocabulary vocabulary)
{
    /// <summary>The document.</summary>
    public Document Document { get; private set; } = new("", "");

    /// <summary>Its tokens.</summary>
    public TokenStream Tokens { get; } = new(vocabulary);

    /// <summary>Its sentences.</summary>
    public SentenceTable Sentences { get; } = new();

    /// <summary>What the name matcher remembers of the document.</summary>
    public NameState Names { get; } = new();

    /// <summary>The mentions by token.</summary>
    public MentionBoard Board { get; } = new();

    /// <summary>Surnames of persons that the context announced, as forms.</summary>
    public List<int> NewNames { get; } = [];

    /// <summary>Mentions in text order, none overlapping another.</summary>
    public List<MentionMark> Mentions { get; } = [];

    /// <summary>A mention, until one is added or taken away.</summary>
    public ref readonly MentionMark Mention(int index) => ref CollectionsMarshal.AsSpan(Mentions)[index];

    /// <summary>Time expressions in text order, none overlapping another.</summary>
    public List<TimeMark> Times { get; } = [];

    /// <summary>A time expression, until one is added or taken away.</summary>
    public ref readonly TimeMark Time(int index) => ref CollectionsMarshal.AsSpan(Times)[index];

    /// <summary>Events in text order.</summary>
    public List<Event> Events { get; } = [];

    /// <summary>Begins a document: reads tokens and sentences, forgets every annotation.</summary>
    public void Begin(Document document)
    {
        Document = document;
        Mentions.Clear();
        NewNames.Clear();
        Times.Clear();
        Events.Clear();
        Tokens.Read(document.Text);
        Sentences.Read(Tokens, document.Title);
    }
}

/// <summary>A mention in a <see cref="Draft"/>.</summary>
/// <param name="FirstToken">Token in which it begins.</param>
/// <param name="EndToken">Behind the token in which it ends.</param>
/// <param name="Start">First UTF-16 code unit; inside the first token where a proclitic stands before the name.</param>
/// <param name="End">Behind the last UTF-16 code unit; inside the last token where something is glued to the name.</param>
/// <param name="Entity">Index in <see cref="Gazetteer.Entities"/>; −1 for a name that no row covers.</param>
/// <param name="Type">Entity type.</param>
/// <param name="Metonym">On capitals only.</param>
/// <param name="Rule">What made it.</param>
internal readonly record struct MentionMark(
    int FirstToken, int EndToken, int Start, int End, int Entity, EntityType Type, bool? Metonym, string Rule);

/// <summary>A time expression in a <see cref="Draft"/>.</summary>
/// <param name="FirstToken">Token in which it begins.</param>
/// <param name="EndToken">Behind the token in which it ends.</param>
/// <param name="Start">First UTF-16 code unit.</param>
/// <param name="End">Behind the last UTF-16 code unit.</param>
/// <param name="Type"><c>DATE</c>, <c>DURATION</c> or <c>SET</c>.</param>
/// <param name="Value">EDTF / ISO 8601 value or a <c>*_REF</c>.</param>
/// <param name="Anchor"><c>absolute</c>, <c>dct</c>, <c>narrative</c> or <c>none</c>.</param>
/// <param name="Rule">The grammar rule that made it.</param>
internal readonly record struct TimeMark(
    int FirstToken, int EndToken, int Start, int End, string Type, string Value, string Anchor, string Rule)
{
    /// <summary>Whether it says when something is, not how long or how often.</summary>
    public bool IsDate => Type == "DATE" && Value.Length > 0;

    /// <summary>Whether it says no more than past, present or future.</summary>
    public bool IsReference => Value.EndsWith("_REF", StringComparison.Ordinal);
}
