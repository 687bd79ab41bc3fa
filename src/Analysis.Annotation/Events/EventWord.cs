namespace Analysis;

/// <summary>One token of a sentence as the event finder reads it: what the lexicon says of the word, then what the sentence makes of it.</summary>
internal struct EventWord
{
    /// <summary>What the word tells of its clause.</summary>
    public EventCues Cues;

    /// <summary>Where <see cref="EventForms"/> keeps what rules say of the word; 0 where none says anything, and it joins by itself or not at all.</summary>
    public int Known;

    /// <summary>Index of the mention that covers it; −1 outside mentions.</summary>
    public int Mention;

    /// <summary>Index of the time expression that covers it; −1 outside times.</summary>
    public int Time;

    /// <summary>How it joins what stands behind it, being a preposition.</summary>
    public EventRelation Relation;

    /// <summary>Forms in which the word can be a trigger here.</summary>
    public TriggerForm Forms;

    /// <summary>What stands before the stem.</summary>
    public Proclitics Proclitics;

    /// <summary>The one proclitic by which a noun phrase that begins with the word is joined: ب, ل, ك or و.</summary>
    public Proclitics Joined;

    /// <summary>Whether a pronoun is written behind the stem.</summary>
    public bool Suffixed;

    /// <summary>Whether it joins only behind another word, as <c>قبل</c> does behind <c>من</c>.</summary>
    public bool Paired;

    /// <summary>Whether it begins with the article.</summary>
    public bool Article;

    /// <summary>Whether it is neither word nor number.</summary>
    public bool Symbol;

    /// <summary>Whether it is a comma or semicolon.</summary>
    public bool Comma;

    /// <summary>Whether it is a quotation mark.</summary>
    public bool QuotationMark;

    /// <summary>Whether it stands between quotation marks.</summary>
    public bool Quoted;

    /// <summary>Whether it stands in a relative clause.</summary>
    public bool Relative;

    /// <summary>Whether a noun phrase ends before it, wherever it stands.</summary>
    public bool EndsPhrase;

    /// <summary>Whether a clause begins with it.</summary>
    public bool Cut;

    /// <summary>A word of which nothing is known, and that nothing covers.</summary>
    public static EventWord Plain => new() { Mention = -1, Time = -1 };

    /// <summary>Whether the word can be a finite verb here.</summary>
    public readonly bool IsVerb => (Forms & (TriggerForm.Perfect | TriggerForm.Imperfect)) != 0;

    /// <summary>Whether the word can be an event noun here.</summary>
    public readonly bool IsNoun => (Forms & TriggerForm.Noun) != 0;

    /// <summary>Whether the word has a cue.</summary>
    public readonly bool Has(EventCues cue) => (Cues & cue) != 0;

    /// <summary>Forgets what the lexicon says of the word, which is part of a name or a time expression.</summary>
    public void Cover() => (Cues, Known, Forms, Proclitics, Suffixed) = (EventCues.None, 0, TriggerForm.None, Proclitics.None, false);
}
