namespace Analysis;

/// <summary>Kind of event and what follows from it: a row of <c>event-kinds.tsv</c>.</summary>
/// <param name="Name">Name as in the annotations; <c>light</c> for verbs that take their kind from a noun.</param>
/// <param name="Traits">What follows from it.</param>
/// <param name="Cue">A cue that makes a plain report this kind; none for most.</param>
/// <param name="Cameo">CAMEO code, where a rule gives none.</param>
/// <param name="Plover">PLOVER category, where a rule gives none; empty where PLOVER has none.</param>
internal sealed record EventKind(string Name, EventTraits Traits, EventCues Cue, string Cameo, string Plover)
{
    /// <summary>Whether it has a trait.</summary>
    public bool Is(EventTraits trait) => (Traits & trait) != 0;

    /// <summary>Something said.</summary>
    public bool Speech => Is(EventTraits.Speech);

    /// <summary>People or things are harmed.</summary>
    public bool Violent => Is(EventTraits.Violent);

    /// <summary>Things may be harmed alone.</summary>
    public bool Strikes => Violent && !Is(EventTraits.Deadly);

    /// <summary>All who take part act.</summary>
    public bool Joint => Is(EventTraits.Joint);

    /// <summary>A verb that says only that the noun after it happened: <c>شن هجوما</c>.</summary>
    public bool IsLight => Is(EventTraits.Light);

    /// <summary>Something said that is neither demanded, threatened, denied nor alleged.</summary>
    public bool IsStatement => Is(EventTraits.Plain);
}

/// <summary>What follows from the kind of an event: words of <c>event-kinds.tsv</c>, where they are explained.</summary>
[Flags]
internal enum EventTraits
{
    None = 0, Speech = 1, Plain = 2, Violent = 4, Deadly = 8, Joint = 16, Moves = 32,
    Lasting = 64, Answers = 128, Unreal = 256, Light = 512, Divides = 1024, Public = 2048,
}

/// <summary>A row of the event dictionary.</summary>
/// <param name="Id">Kebab-case id.</param>
/// <param name="Kind">Kind of event.</param>
/// <param name="With">Words of which one must stand in the clause; <c>-</c> is a pronoun attached to the verb, <c>+</c> the name of a place
/// after it. Those after <c>!</c> exclude the rule.</param>
/// <param name="Cameo">CAMEO code.</param>
/// <param name="Plover">PLOVER category; empty where PLOVER has none.</param>
internal sealed record EventRule(string Id, EventKind Kind, string[] With, string Cameo, string Plover)
{
    /// <summary>The rule's name in the annotations.</summary>
    public string Name { get; } = "event:" + Id;

    /// <summary>Whether one of certain words must stand in the clause.</summary>
    public bool NeedsWord { get; } = With.Any(word => word[0] != '!');

    /// <summary>Whether a pronoun attached to the verb counts as such a word: <c>تبناه</c>.</summary>
    public bool NeedsPronoun { get; } = With.Contains("-");

    /// <summary>Whether the name of a place after the trigger counts as such a word.</summary>
    public bool NeedsPlace { get; } = With.Contains("+");

    /// <summary>Slots that hold those who act.</summary>
    public Slots Actors { get; init; }

    /// <summary>Slots that hold those acted upon.</summary>
    public Slots Targets { get; init; }

    /// <summary>Slots that hold the place rather than somebody.</summary>
    public Slots Places { get; init; }

    /// <summary>Slots that hold what is said.</summary>
    public Slots Content { get; init; }

    /// <summary>Whether what its object names has not happened: <c>ألغى زيارة</c>, <c>طالب بسحب</c>.</summary>
    public bool Unreal { get; init; } = Kind.Is(EventTraits.Unreal);

    /// <summary>What its actor has to do with the deed that the object names.</summary>
    public DeedRole Role { get; init; }

    /// <summary>Whether it is of its kind only if somebody is addressed, by an object or behind a noun, else a statement:
    /// <c>حذر إيران</c>.</summary>
    public bool Addressed { get; init; }

    /// <summary>Whether its verb is never without its object: <c>اتهم فلانا بكذا</c>.</summary>
    public bool NeedsObject { get; init; }

    /// <summary>Whether the word reports speech whose content may be an event of its own.</summary>
    public bool Says => (Content & Slots.That) != 0;
}

/// <summary>What the actor of an event has to do with a deed that its object names.</summary>
internal enum DeedRole : byte
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>He says that he did it.</summary>
    Claimed,

    /// <summary>He blames those who did it.</summary>
    Blamed,
}

/// <summary>How a phrase is joined to the word that reports an event.</summary>
[Flags]
internal enum Slots
{
    /// <summary>Not at all.</summary>
    None = 0,

    /// <summary>The subject of the verb.</summary>
    Subject = 1 << 0,

    /// <summary>The object of the verb.</summary>
    Object = 1 << 1,

    /// <summary>The genitive after a noun of action.</summary>
    Genitive = 1 << 2,

    /// <summary>A clause after <c>أن</c>, a colon or a quotation mark.</summary>
    That = 1 << 3,

    /// <summary><c>ب</c>.</summary>
    By = 1 << 4,

    /// <summary><c>ل</c>.</summary>
    For = 1 << 5,

    /// <summary><c>إلى</c>.</summary>
    To = 1 << 6,

    /// <summary><c>من</c>.</summary>
    From = 1 << 7,

    /// <summary><c>على</c>.</summary>
    On = 1 << 8,

    /// <summary><c>عن</c>.</summary>
    About = 1 << 9,

    /// <summary><c>مع</c>.</summary>
    With = 1 << 10,

    /// <summary><c>ضد</c>.</summary>
    Against = 1 << 11,

    /// <summary><c>بين</c>.</summary>
    Between = 1 << 12,

    /// <summary><c>في</c>.</summary>
    In = 1 << 13,

    /// <summary><c>قرب</c>.</summary>
    Near = 1 << 14,

    /// <summary><c>من قبل</c>, <c>على يد</c>: the one who does it.</summary>
    Agent = 1 << 15,
}

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

    /// <summary>A participle in the accusative, whose subject is that of the verb before it: <c>متهما</c>.</summary>
    Participle = 8,

    /// <summary>Of a verb: its subject is feminine.</summary>
    Feminine = 16,

    /// <summary>Of a verb: it has a final hamza, without which it is another word.</summary>
    Hamza = 32,

    /// <summary>Of a verb: it ends in a pronoun that readings don't take off, since two letters are left: <c>شنها</c>.</summary>
    Suffix = 64,

    /// <summary>A verb that reports an event by itself.</summary>
    Verb = Perfect | Imperfect | Participle,

    /// <summary>A noun of action or another noun of an event.</summary>
    Noun = 4,
}

/// <summary>A word as a trigger of a rule.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Form">Form of the word.</param>
/// <param name="Joined">The conjunction in it, where the word is one that readings don't divide: <c>ورد</c>, <c>وأدى</c>.</param>
internal readonly record struct Trigger(EventRule Rule, TriggerForm Form, Proclitics Joined = Proclitics.None);

/// <summary>A word of the clause that a rule needs, or that excludes it.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Excludes">Whether the rule is excluded.</param>
internal readonly record struct NeededWord(EventRule Rule, bool Excludes);
