using Analysis.Tests.Corpora;

namespace Analysis.Notebooks.Tests.Cli;

/// <summary>A corpus whose names, titles, outlets and ids are hostile: markup, formulas, controls of direction, templates, links.</summary>
internal sealed class HostileCorpus : IDisposable
{
    public static readonly string[] Hostile =
    [
        "=cmd|' /C calc'!A0", "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "=HYPERLINK(\"http://x.test\")",
        "<script>document.title = 'ran'</script>",
        "<img src=x onerror=\"document.title = 'ran'\">", "{{7*7}} ${7*7} <%= 7 %>", "[a](javascript:ran) ![b](http://x.test/p.png)",
        "</w:t></w:r><w:hyperlink r:id=\"rId1\"/>", "evil \u202Etxt.exe\u202C \u2066(open", "</svg></td>]]>-->&lt;b&gt;",
    ];

    private static readonly string[] Names =
        ["نورستان", "زيدستان", "عمرستان", "كرمستان", "فهدستان", "بدرستان", "هندستان", "سعدستان", "قمرستان", "لطفستان", "ماجدستان",
            "وردستان"];

    private readonly TemporaryFolder _folder = new();

    public HostileCorpus()
    {
        var documents = new List<string> { "id,file,published,title_ar,title_en,outlet" };
        for (var i = 0; i < Hostile.Length; i++)
        {
            var (name, other) = (Names[i], Names[(i + 1) % Names.Length]);
            _folder.With($"articles/{i}.txt",
                $"قصفت {name} {other} يوم 3 يناير 2020.\nوهددت {other} {name} {Hostile[i]} وقالت {name} إن العراق بخير.");
            string[] row = [Hostile[i], $"articles/{i}.txt", "2020-01-04", Hostile[i], Hostile[^(i + 1)], Hostile[i]];
            documents.Add(string.Join(',', row.Select(field => $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")));
        }

        _folder.With("documents.csv", string.Join('\n', documents) + "\n")
            .With("entities.tsv", "id\ttype\tname_ar\tname_en\taliases\n" + string.Concat(
                Names.Select((name, i) => $"land-{i}\tstate\t{name}\t{Hostile[i]}\t{name}\n")));
        Corpus = Corpus.Open(_folder.Location);
    }

    public Corpus Corpus { get; }

    public void Dispose() => _folder.Dispose();
}
