namespace Analysis;

/// <summary>One token of a sentence as the event finder reads it.</summary>
internal struct EventWord
{
    /// <summary>Rules that the word may trigger; null where it triggers none.</summary>
    public Trigger[]? Triggers;

    /// <summary>Forms in which the word can be a trigger here.</summary>
    public TriggerForm Forms;

    /// <summary>What the word tells of its clause.</summary>
    public EventCues Cues;

    /// <summary>What stands before the stem.</summary>
    public Proclitics Proclitics;

    /// <summary>Whether a pronoun is written behind the stem.</summary>
    public bool Suffixed;

    /// <summary>Whether it stands between quotation marks.</summary>
    public bool Quoted;

    /// <summary>Whether it stands in a relative clause.</summary>
    public bool Relative;

    /// <summary>Whether a clause begins with it.</summary>
    public bool Cut;

    /// <summary>Whether it is a comma or semicolon.</summary>
    public bool Comma;

    /// <summary>Index of the mention that covers it; −1 outside mentions.</summary>
    public int Mention;

    /// <summary>Index of the time expression that covers it; −1 outside times.</summary>
    public int Time;

    /// <summary>Where that time expression begins in the raw text; behind the token's start where something is joined to it.</summary>
    public int TimeStart;

    /// <summary>Whether the word can be a finite verb here.</summary>
    public readonly bool IsVerb => (Forms & (TriggerForm.Perfect | TriggerForm.Imperfect)) != 0;

    /// <summary>Whether the word can be an event noun here.</summary>
    public readonly bool IsNoun => (Forms & TriggerForm.Noun) != 0;

    /// <summary>Whether the word has a cue.</summary>
    public readonly bool Has(EventCues cue) => (Cues & cue) != 0;
}
