namespace Analysis;

/// <summary>What every annotator knows, whatever its gazetteer: read once a process, and shared.</summary>
internal sealed class CommonLexicons
{
    /// <summary>The lexicons, read when they are first asked for.</summary>
    public static readonly CommonLexicons Shared = new();

    private CommonLexicons() =>
        (Words, Times, Events) = (new WordClasses(Vocabulary), new TimeTagger(Vocabulary), new EventLexicon(Vocabulary));

    /// <summary>Their words: a vocabulary to be copied, not to be added to.</summary>
    public Vocabulary Vocabulary { get; } = new();

    /// <summary>Given names, ordinary words and parts of names.</summary>
    public WordClasses Words { get; }

    /// <summary>Time expressions.</summary>
    public TimeTagger Times { get; }

    /// <summary>Words that report events.</summary>
    public EventLexicon Events { get; }
}
