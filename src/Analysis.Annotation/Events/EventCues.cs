namespace Analysis;

/// <summary>What a word says of its clause. A row of <c>event-cues.tsv</c> may have several.</summary>
[Flags]
internal enum EventCues
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Content follows: <c>أن</c>, <c>قائلا</c>.</summary>
    Complement = 1 << 0,

    /// <summary>What follows did not happen.</summary>
    Negation = 1 << 1,

    /// <summary>What follows may not have happened: <c>إذا</c>, <c>خشية</c>, <c>محاولة</c>.</summary>
    Hypothetical = 1 << 2,

    /// <summary><c>قد</c>: already before a perfect, perhaps before an imperfect.</summary>
    Already = 1 << 3,

    /// <summary>A clause begins, with or without a comma before it.</summary>
    Cut = 1 << 4,

    /// <summary>A relative clause begins.</summary>
    Relative = 1 << 5,

    /// <summary>A verb of saying after it only names the source: <c>كما أعلن</c>.</summary>
    Attribution = 1 << 6,

    /// <summary>The source of a report begins: <c>بحسب</c>.</summary>
    Source = 1 << 7,

    /// <summary>The noun after it happened before, or because of it something else did: <c>بعد</c>.</summary>
    Temporal = 1 << 8,

    /// <summary>A preposition: a noun follows.</summary>
    Preposition = 1 << 9,

    /// <summary>A finite verb that reports no event.</summary>
    Verb = 1 << 10,

    /// <summary><c>كان</c>: the perfect after it is a pluperfect.</summary>
    Past = 1 << 11,

    /// <summary>A verb or noun whose subject or complement happened: <c>جاء</c>, <c>أسفر</c>, <c>أنباء</c>.</summary>
    Come = 1 << 12,

    /// <summary>Verb and noun alike; a verb only where a clause begins.</summary>
    Noun = 1 << 13,

    /// <summary>Speech that contains it is a threat.</summary>
    Threatening = 1 << 14,

    /// <summary>Speech that contains it is an accusation.</summary>
    Accusing = 1 << 15,

    /// <summary>Speech that contains it after a negation is a denial: <c>لا علاقة</c>.</summary>
    Denying = 1 << 16,

    /// <summary>Speech that contains it is a demand.</summary>
    Demanding = 1 << 17,

    /// <summary><c>منذ</c>: what is reported goes on from then.</summary>
    Since = 1 << 18,

    /// <summary>An armed group or its men.</summary>
    Militia = 1 << 19,

    /// <summary>The side that a group takes: <c>موالية لإيران</c>.</summary>
    Backed = 1 << 20,

    /// <summary>A person or body that news is about: <c>وزير</c>, <c>قوات</c>, <c>محتجون</c>.</summary>
    Person = 1 << 21,

    /// <summary>A weapon, or a thing that is struck: <c>صاروخ</c>, <c>قاعدة</c>.</summary>
    Thing = 1 << 24,

    /// <summary>A word of sports, nature, trade, art or law, by which a deed is none: <c>لاعب</c>, <c>سعر</c>.</summary>
    OffTopic = 1 << 22,

    /// <summary><c>أما</c>: the noun phrase after it is the subject of the verb joined by <c>ف</c>.</summary>
    Topic = 1 << 23,

    /// <summary>An adverb, which belongs to no noun phrase: <c>لاحقا</c>.</summary>
    Adverb = 1 << 25,

    /// <summary>The clause says when the one before it happened: <c>حين</c>.</summary>
    When = 1 << 26,

    /// <summary>A word of texts that are no news: recipes, matches, laws, prayers, poems.</summary>
    Genre = 1 << 27,

    /// <summary>The place before it houses those after it: <c>تضم</c>.</summary>
    Hosts = 1 << 28,

    /// <summary><c>كل</c>, <c>كلا</c>: before <c>من</c> it only joins those who follow.</summary>
    Each = 1 << 29,

    /// <summary>A paper, broadcaster or site: without a name, <c>للصحيفة</c>, the one that the text has just named.</summary>
    Medium = 1 << 30,

    /// <summary>What follows an <c>أن</c> is to happen or happened: <c>من المقرر أن</c>, <c>قبل أن</c>.</summary>
    Scheduled = 1 << 31,

    /// <summary>Cues that hold of a noun with the article or a pronoun too.</summary>
    AnyForm = Person | Thing | OffTopic | Militia | Hypothetical | Genre | Medium,
}
