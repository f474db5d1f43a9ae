const reports = JSON.parse(document.getElementById('reports').textContent);
const app = document.querySelector('mutation-test-report-app');
const kind = document.getElementById('kind');
reports.forEach((report, number) => {
    const option = document.createElement('option');
    option.value = number;
    option.textContent = report.config.codepurger.title;
    kind.append(option);
});
const show = () => { app.report = reports[Number(kind.value)]; };
kind.addEventListener('change', show);
if (reports.length > 0) {
    show();
}
