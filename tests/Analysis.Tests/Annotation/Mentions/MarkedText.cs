using System.Text;

namespace Analysis.Tests.Annotation.Mentions;

/// <summary>
/// A text in which <c>[surface|type]</c> marks the mentions that are asked for: behind the type of a capital <c>+</c> where it stands
/// for the government and <c>-</c> where it is the place; behind a colon the entity.
/// </summary>
internal sealed record MarkedText(string Text, IReadOnlyList<MarkedText.Mark> Marks)
{
    public sealed record Mark(int Start, int End, string Type, bool? Metonym, string? Entity);

    public static MarkedText Parse(string marked)
    {
        var text = new StringBuilder();
        var marks = new List<Mark>();
        for (var at = 0; at < marked.Length; at++)
        {
            if (marked[at] != '[')
            {
                text.Append(marked[at]);
                continue;
            }

            var bar = marked.IndexOf('|', at);
            var close = marked.IndexOf(']', bar);
            var start = text.Length;
            text.Append(marked, at + 1, bar - at - 1);
            var label = marked[(bar + 1)..close].Split(':');
            bool? metonym = label[0][^1] switch { '+' => true, '-' => false, _ => null };
            marks.Add(new Mark(start, text.Length, metonym is null ? label[0] : label[0][..^1], metonym, label.ElementAtOrDefault(1)));
            at = close;
        }

        return new MarkedText(text.ToString(), marks);
    }
}
