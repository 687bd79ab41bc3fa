namespace Analysis;

/// <summary>What every annotator knows, whatever its gazetteer: read once a process, and shared.</summary>
internal sealed class CommonLexicons
{
    private static readonly Lazy<CommonLexicons> Lexicons = new(static () => new CommonLexicons());

    private CommonLexicons()
    {
        Words = new WordClasses(Vocabulary);
        Times = new TimeTagger(Vocabulary);
        Events = new EventLexicon(Vocabulary);
    }

    /// <summary>The lexicons, read when they are first asked for.</summary>
    /// <exception cref="InvalidDataException">A lexicon is malformed; the message gives file and line.</exception>
    public static CommonLexicons Shared => Lexicons.Value;

    /// <summary>Their words: a vocabulary to be copied, not to be added to.</summary>
    public Vocabulary Vocabulary { get; } = new();

    /// <summary>Given names, ordinary words and parts of names.</summary>
    public WordClasses Words { get; }

    /// <summary>Time expressions.</summary>
    public TimeTagger Times { get; }

    /// <summary>Words that report events.</summary>
    public EventLexicon Events { get; }
}
