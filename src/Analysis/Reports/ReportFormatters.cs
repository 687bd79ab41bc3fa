using Microsoft.DotNet.Interactive.Formatting;

namespace Analysis;

/// <summary>How notebooks of .NET Interactive show reports and their sheets.</summary>
internal static class ReportFormatters
{
    private const string Png = "image/png";

    public static void Register()
    {
        Formatter.Register<ReportSheet>((sheet, writer) => writer.Write(Convert.ToBase64String([.. sheet.Png])), Png);
        Formatter.Register<ReportSheet>((sheet, writer) => writer.Write(sheet), PlainTextFormatter.MimeType);
        Formatter.Register<CorpusReport>((report, writer) => writer.Write(report), PlainTextFormatter.MimeType);
        Formatter.SetPreferredMimeTypesFor(typeof(CorpusReport), PlainTextFormatter.MimeType);
        Formatter.SetPreferredMimeTypesFor(typeof(ReportSheet), Png, PlainTextFormatter.MimeType);
    }
}
