namespace Analysis;

/// <summary>
/// One token of a sentence: what the tables say of the word, then what the sentence makes of it. Each token is copied, so there is no
/// reference in it: with one, reading a sentence takes three times as long.
/// </summary>
internal struct EventWord
{
    /// <summary>What the word says of its clause.</summary>
    public EventCues Cues;

    /// <summary>Number of its rules in <see cref="EventForms"/>; 0 for none.</summary>
    public int Rules;

    /// <summary>Index of the mention that covers it; −1 outside mentions, as in <see cref="Plain"/>.</summary>
    public int Mention;

    /// <summary>Type of the mention that covers it.</summary>
    public EntityType Type;

    /// <summary>Index of the time expression that covers it; −1 outside times.</summary>
    public int Time;

    /// <summary>How it joins what follows, if it is a preposition.</summary>
    public Slots Slot;

    /// <summary>How it joins its pronoun, if it is a preposition with one: منه.</summary>
    public Slots Refers;

    /// <summary>Form that must precede it if two words make the preposition; else 0.</summary>
    public int After;

    /// <summary>Forms in which the word can be a trigger here.</summary>
    public TriggerForm Forms;

    /// <summary>Forms of those triggers that report speech.</summary>
    public TriggerForm Speech;

    /// <summary>What precedes the stem of the trigger or cue.</summary>
    public Proclitics Proclitics;

    /// <summary>The proclitic that joins a noun phrase which begins with the word: ب, ل, ك or و.</summary>
    public Proclitics Joined;

    /// <summary>Whether a pronoun is attached to the stem.</summary>
    public bool Suffixed;

    /// <summary>Whether it begins with the article.</summary>
    public bool Article;

    /// <summary>Whether it is neither word nor number.</summary>
    public bool Symbol;

    /// <summary>Whether it is a comma or semicolon.</summary>
    public bool Comma;

    /// <summary>Whether it is a quotation mark.</summary>
    public bool QuotationMark;

    /// <summary>Whether it is in a quotation.</summary>
    public bool Quoted;

    /// <summary>Whether it is in a relative clause, or in the source of a report between commas.</summary>
    public bool Relative;

    /// <summary>Whether it is in a date that says more than past, present or future.</summary>
    public bool Date;

    /// <summary>Whether it is a verb in a hamza, and another word without: هنأ, هنا.</summary>
    public bool NeedsHamza;

    /// <summary>Whether the word says only that the noun after it happened.</summary>
    public bool IsLight;

    /// <summary>Whether its subject did what a noun before it names: نفذتها, تبنتها.</summary>
    public bool TellsDoer;

    /// <summary>Whether it is light, and nobody does what it says happened.</summary>
    public bool Happens;

    /// <summary>A word of which nothing is known.</summary>
    public static EventWord Plain => new() { Mention = -1, Time = -1 };

    /// <summary>Whether the word can be a finite verb of an event here.</summary>
    public readonly bool IsVerb => (Forms & TriggerForm.Verb) != 0;

    /// <summary>Whether the word can be an event noun here.</summary>
    public readonly bool IsNoun => (Forms & TriggerForm.Noun) != 0;

    /// <summary>Whether the word can report speech here.</summary>
    public readonly bool Says => (Speech & Forms) != 0;

    /// <summary>Whether it is a verb that says who did what a noun before it names: نفذتها, شنتها.</summary>
    public readonly bool IsAgentVerb => Suffixed && TellsDoer && (Forms & TriggerForm.Verb) == TriggerForm.Perfect;

    /// <summary>Whether the word can only be a finite verb.</summary>
    public readonly bool IsVerbOnly => (IsVerb && !IsNoun) || (Has(EventCues.Verb) && !Has(EventCues.Noun));

    /// <summary>Whether و or ف joins the word to what precedes.</summary>
    public readonly bool IsJoined => (Proclitics & (Proclitics.And | Proclitics.So)) != 0;

    /// <summary>Whether سـ makes the word a future.</summary>
    public readonly bool IsFuture => (Proclitics & Proclitics.Will) != 0;

    /// <summary>Whether the word has a cue.</summary>
    public readonly bool Has(EventCues cue) => (Cues & cue) != 0;

    /// <summary>Forgets what the tables say of the word, which is part of a name or a time expression.</summary>
    public void Cover() =>
        this = Plain with { Joined = Joined, Article = Article, Symbol = Symbol, Comma = Comma, QuotationMark = QuotationMark };
}
