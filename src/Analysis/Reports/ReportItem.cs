namespace Analysis;

/// <summary>A part of a report.</summary>
/// <param name="Id">Name of its files, unique in the report.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Text">What is said about it, a paragraph a line.</param>
internal abstract record ReportItem(string Id, string Title, string Text);

/// <summary>The beginning of a section.</summary>
internal sealed record ReportSection(string Id, string Title, string Text) : ReportItem(Id, Title, Text);

/// <summary>A figure in a report.</summary>
internal sealed record ReportFigure(string Id, Figure Figure, string Text) : ReportItem(Id, Figure.Title, Text);

/// <summary>A table in a report.</summary>
internal sealed record ReportTable(string Id, string Title, TableView Table, string Text) : ReportItem(Id, Title, Text);
