namespace Analysis;

/// <summary>An event while it is read.</summary>
/// <param name="rule">The rule that found it.</param>
/// <param name="clause">Its clause.</param>
/// <param name="trigger">The verb or noun that reports it.</param>
/// <param name="first">First token.</param>
/// <param name="end">Token after the last.</param>
internal sealed class EventCandidate(EventRule rule, Clause clause, int trigger, int first, int end)
{
    /// <summary>The rule that found it.</summary>
    public EventRule Rule { get; } = rule;

    /// <summary>The rule of its verb: another where the verb is a light one or announces what the noun names.</summary>
    public EventRule VerbRule { get; init; } = rule;

    /// <summary>Kind of event: the rule's, unless what is said makes it another.</summary>
    public EventKind Kind { get; set; } = rule.Kind;

    /// <summary>Its clause.</summary>
    public Clause Clause => clause;

    /// <summary>Index of its sentence.</summary>
    public int Sentence { get; set; }

    /// <summary>The verb or noun that reports it.</summary>
    public int Trigger => trigger;

    /// <summary>The noun that says what happened, beside a light verb or after one that announces it; else −1.</summary>
    public int Noun { get; init; } = -1;

    /// <summary>First token.</summary>
    public int First { get; set; } = first;

    /// <summary>Token after the last.</summary>
    public int End { get; set; } = end;

    /// <summary>Token after the last in which a time expression dates it: what is said has times of its own.</summary>
    public int TimeEnd { get; init; } = end;

    /// <summary>Whether a noun reports it, beside the verb of the clause.</summary>
    public bool Nominal { get; init; }

    /// <summary>Whether a relative clause reports it.</summary>
    public bool Relative { get; init; }

    /// <summary>Whether it lacks the addressee without whom it is a statement.</summary>
    public bool Unaddressed { get; set; }

    /// <summary>Place among the events of a sentence: by the word that reports it, what the clause reports first.</summary>
    public int Order => (4 * trigger) + (Relative ? 1 : 0) + (Nominal ? 2 : 0);

    /// <summary>EDTF date.</summary>
    public string Date { get; set; } = "";

    /// <summary>Basis of the date.</summary>
    public string Basis { get; set; } = "none";

    /// <summary>Whether a time expression of its own dates it.</summary>
    public bool Dated { get; set; }

    /// <summary>Gazetteer ids of those who act.</summary>
    public List<string> Actors { get; } = [];

    /// <summary>Gazetteer ids of the grammatical subject, which a following verb without one shares.</summary>
    public List<string> Subjects { get; set; } = [];

    /// <summary>Gazetteer ids of those acted upon.</summary>
    public List<string> Targets { get; } = [];

    /// <summary>Gazetteer id of the place; empty if the clause names none.</summary>
    public string Place { get; set; } = "";

    /// <summary>Whether the place is a particular one, not a state or capital.</summary>
    public bool IsParticularPlace { get; set; }
}
