namespace Analysis;

/// <summary>An event while a document is read: the words that report it, not yet dated.</summary>
internal sealed class EventCandidate
{
    /// <summary>The rule that made it.</summary>
    public required EventRule Rule { get; init; }

    /// <summary>The rule whose CAMEO and PLOVER codes it bears, where speech is an event of another kind than speaking.</summary>
    public EventRule? Codes { get; init; }

    /// <summary>Kind of event; the rule's, unless what is said makes it another.</summary>
    public required string Kind { get; init; }

    /// <summary>The trigger word.</summary>
    public required int Trigger { get; init; }

    /// <summary>The word that says what happened, where that is not the trigger: the noun of a light verb, or what speech announces; else −1.</summary>
    public int Deed { get; init; } = -1;

    /// <summary>First token of the clause or phrase.</summary>
    public required int First { get; set; }

    /// <summary>Behind its last token.</summary>
    public required int End { get; set; }

    /// <summary>Sentence that holds it.</summary>
    public required int Sentence { get; init; }

    /// <summary>Behind the last token in which a time expression dates it: what is said has times of its own.</summary>
    public required int TimeEnd { get; set; }

    /// <summary>Whether a noun reports it.</summary>
    public bool Nominal { get; init; }

    /// <summary>Whether it is told as already past.</summary>
    public bool Background { get; init; }

    /// <summary>Whether it is announced, not done.</summary>
    public bool Future { get; init; }

    /// <summary>Whether its subject is acted upon.</summary>
    public bool SubjectIsTarget { get; init; }

    /// <summary>EDTF date.</summary>
    public string Date { get; set; } = "";

    /// <summary>Basis of the date; empty while it is undecided.</summary>
    public string Basis { get; set; } = "";

    /// <summary>Whether a time expression of its own dates it.</summary>
    public bool Dated { get; set; }

    /// <summary>Whether it is named only to say when another happened: <c>عقب اغتيال سليماني، قصفت …</c>.</summary>
    public bool IsAnchor { get; set; }

    /// <summary>Those who act.</summary>
    public List<string> Actors { get; } = [];

    /// <summary>Those acted upon.</summary>
    public List<string> Targets { get; } = [];

    /// <summary>Where; empty when the clause names no place.</summary>
    public string Place { get; set; } = "";
}
