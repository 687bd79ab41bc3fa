namespace Analysis;

/// <summary>An event while it is read.</summary>
internal sealed class EventCandidate
{
    /// <summary>The rule that found it.</summary>
    public required EventRule Rule { get; init; }

    /// <summary>The rule of its verb: another where the verb is a light one or announces what the noun names.</summary>
    public required EventRule VerbRule { get; init; }

    /// <summary>Kind of event: the rule's, unless what is said makes it another.</summary>
    public required EventKind Kind { get; init; }

    /// <summary>The verb or noun that reports it.</summary>
    public required int Trigger { get; init; }

    /// <summary>The noun that says what happened, after a light verb or one that announces it; else −1.</summary>
    public int Noun { get; init; } = -1;

    /// <summary>First token.</summary>
    public required int First { get; set; }

    /// <summary>Token after the last.</summary>
    public required int End { get; set; }

    /// <summary>Token after the last in which a time expression dates it: what is said has times of its own.</summary>
    public required int TimeEnd { get; set; }

    /// <summary>Index of its clause in the sentence.</summary>
    public required int Clause { get; init; }

    /// <summary>Index of the clause in which it is said; −1 if nobody says it.</summary>
    public required int Said { get; init; }

    /// <summary>Sentence that contains it.</summary>
    public required int Sentence { get; init; }

    /// <summary>Whether a noun reports it, beside the verb of the clause.</summary>
    public bool Nominal { get; init; }

    /// <summary>Whether a relative clause reports it.</summary>
    public bool Relative { get; init; }

    /// <summary>Whether it is reported as past before something else.</summary>
    public bool Pluperfect { get; init; }

    /// <summary>Whether it is announced, not done.</summary>
    public bool Future { get; init; }

    /// <summary>The speech that reports it, which is no event beside it; null for none.</summary>
    public EventCandidate? Speech { get; set; }

    /// <summary>EDTF date.</summary>
    public string Date { get; set; } = "";

    /// <summary>Basis of the date.</summary>
    public string Basis { get; set; } = "none";

    /// <summary>Whether a time expression of its own dates it.</summary>
    public bool Dated { get; set; }

    /// <summary>Gazetteer ids of those who act.</summary>
    public List<string> Actors { get; } = [];

    /// <summary>Gazetteer ids of those acted upon.</summary>
    public List<string> Targets { get; } = [];

    /// <summary>Gazetteer id of the place; empty if the clause names none.</summary>
    public string Place { get; set; } = "";

    /// <summary>Whether the place is a particular one, not a state or capital.</summary>
    public bool IsParticularPlace { get; set; }
}
