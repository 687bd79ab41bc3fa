namespace Analysis;

/// <summary>How a rule makes an event of its words.</summary>
internal enum EventRuleClass : byte
{
    /// <summary>The word reports an event of the rule's kind.</summary>
    Act,

    /// <summary>The word reports speech: a statement, unless its content is what happened.</summary>
    Say,

    /// <summary>The word reports speech that makes something so: what it announces is the event.</summary>
    Announce,

    /// <summary>A verb that says no more than that the noun behind it happened: <c>شن هجوما</c>.</summary>
    Light,
}

/// <summary>Where a verb's target stands.</summary>
internal enum EventTarget : byte
{
    /// <summary>Nobody is acted upon.</summary>
    None,

    /// <summary>Its object, or what a preposition adds to it.</summary>
    Object,

    /// <summary>Its subject, as with <c>تعرض لقصف</c>.</summary>
    Subject,
}

/// <summary>A row of <c>event-triggers.tsv</c>.</summary>
/// <param name="Index">0-based position in the table.</param>
/// <param name="Id">Kebab-case id.</param>
/// <param name="Class">How it makes an event.</param>
/// <param name="Kind">Kind of event; empty for a light verb.</param>
/// <param name="Cameo">CAMEO code.</param>
/// <param name="Goldstein">Its value on Goldstein's scale.</param>
/// <param name="Plover">PLOVER category; empty where PLOVER has none.</param>
/// <param name="Target">Where the target stands.</param>
/// <param name="Frame">How a target is joined to the trigger.</param>
/// <param name="NeedsWord">Whether one of certain words must stand in the clause.</param>
/// <param name="WithPronoun">Whether a pronoun written to the verb stands for such a word: <c>تبناه</c>.</param>
/// <param name="Name">What events that it makes bear as their rule.</param>
internal sealed record EventRule(
    int Index, string Id, EventRuleClass Class, string Kind, string Cameo, double Goldstein, string Plover, EventTarget Target, EventRelation Frame, bool NeedsWord, bool WithPronoun, string Name);

/// <summary>Grammatical forms of a trigger word.</summary>
[Flags]
internal enum TriggerForm : byte
{
    /// <summary>No trigger.</summary>
    None = 0,

    /// <summary>A verb in the perfect.</summary>
    Perfect = 1,

    /// <summary>A verb in the imperfect.</summary>
    Imperfect = 2,

    /// <summary>A verbal noun or another noun of an event.</summary>
    Noun = 4,
}

/// <summary>A word as a trigger of a rule.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Form">Form of the word.</param>
/// <param name="Joined">The conjunction in it, where the word is one that readings don't divide: <c>ورد</c>, <c>وأدى</c>.</param>
internal readonly record struct Trigger(EventRule Rule, TriggerForm Form, Proclitics Joined = Proclitics.None);
