namespace Analysis;

/// <summary>What a word tells of its clause; a row of <c>event-cues.tsv</c> may hold several.</summary>
[Flags]
internal enum EventCues
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Content follows: <c>أن</c>, <c>قائلا</c>.</summary>
    Complement = 1 << 0,

    /// <summary>What follows did not happen.</summary>
    Negation = 1 << 1,

    /// <summary>What follows may not have happened.</summary>
    Hypothetical = 1 << 2,

    /// <summary><c>قد</c>: already before a perfect, perhaps before an imperfect.</summary>
    Already = 1 << 3,

    /// <summary>A clause begins, with or without a comma before it.</summary>
    Cut = 1 << 4,

    /// <summary>A relative clause begins.</summary>
    Relative = 1 << 5,

    /// <summary>A verb of saying behind it only names the source: <c>كما أعلن</c>.</summary>
    Attribution = 1 << 6,

    /// <summary>The source of a report begins: <c>بحسب</c>.</summary>
    Source = 1 << 7,

    /// <summary>The noun behind it happened before or because of something else.</summary>
    Temporal = 1 << 8,

    /// <summary>A preposition: what follows is a noun.</summary>
    Preposition = 1 << 9,

    /// <summary>A finite verb that reports no event.</summary>
    Verb = 1 << 10,

    /// <summary><c>كان</c>: the perfect behind it is a pluperfect.</summary>
    Past = 1 << 11,

    /// <summary>A verb of coming about: its subject happened.</summary>
    Come = 1 << 12,

    /// <summary>A verb of result: its subject and its object happened.</summary>
    Result = 1 << 13,

    /// <summary>Verb and noun alike; a verb only where a clause begins.</summary>
    Noun = 1 << 14,

    /// <summary>A nameless source: what it says is the event, not that it says it.</summary>
    Anonymous = 1 << 15,

    /// <summary>Speech that holds it is a threat.</summary>
    Threatening = 1 << 16,

    /// <summary>Speech that holds it is an accusation.</summary>
    Accusing = 1 << 17,

    /// <summary><c>منذ</c>: what is told goes on from then.</summary>
    Since = 1 << 18,

    /// <summary>The clause says when or where what stands before it happened: <c>حين</c>.</summary>
    When = 1 << 19,

    /// <summary>An armed group or its men.</summary>
    Militia = 1 << 20,

    /// <summary>What says whom a group sides with: <c>موالية لإيران</c>.</summary>
    Backed = 1 << 21,

    /// <summary><c>عن</c>: behind a verb of announcing it brings what is announced.</summary>
    About = 1 << 22,

    /// <summary><c>أما</c>: the one behind it does what the verb joined by <c>ف</c> says.</summary>
    Topic = 1 << 23,

    /// <summary>What follows the noun behind it happened soon after: <c>عقب</c>.</summary>
    After = 1 << 24,

    /// <summary>The noun behind it was in the news: <c>أنباء عن</c>.</summary>
    News = 1 << 25,

    /// <summary>A quotation that begins with it warns: <c>احذروا</c>.</summary>
    Beware = 1 << 26,
}
